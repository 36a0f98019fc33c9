/** Keys that sign, the rings in which they rotate, and tokens checked before. */
@NullMarked
package dev.keyway.emulator.internal.token;

import org.jspecify.annotations.NullMarked;
