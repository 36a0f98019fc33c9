/** Between a Stack Auth project and seeds: its users and its settings. */
@NullMarked
package dev.keyway.emulator.internal.stackauth.seed;

import org.jspecify.annotations.NullMarked;
