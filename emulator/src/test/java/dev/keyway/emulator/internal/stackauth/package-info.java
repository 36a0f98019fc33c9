/** Tests. */
@NullMarked
package dev.keyway.emulator.internal.stackauth;

import org.jspecify.annotations.NullMarked;
