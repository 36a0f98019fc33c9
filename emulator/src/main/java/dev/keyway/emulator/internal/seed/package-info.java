/** Users of a seed with nothing left open, for the vendors to take in. */
@NullMarked
package dev.keyway.emulator.internal.seed;

import org.jspecify.annotations.NullMarked;
