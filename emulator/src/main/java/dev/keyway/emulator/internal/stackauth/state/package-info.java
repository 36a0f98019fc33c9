/** What a Stack Auth project keeps. The lowest layer: sees no request. */
@NullMarked
package dev.keyway.emulator.internal.stackauth.state;

import org.jspecify.annotations.NullMarked;
