/** Between a Stytch project and seeds: its users and its settings. */
@NullMarked
package dev.keyway.emulator.internal.stytch.seed;

import org.jspecify.annotations.NullMarked;
