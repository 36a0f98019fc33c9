/** Tests. */
@NullMarked
package dev.keyway.emulator.seed;

import org.jspecify.annotations.NullMarked;
