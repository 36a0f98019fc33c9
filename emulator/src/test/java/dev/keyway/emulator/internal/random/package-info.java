/** Tests. */
@NullMarked
package dev.keyway.emulator.internal.random;

import org.jspecify.annotations.NullMarked;
