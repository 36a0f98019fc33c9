/** Tests. */
@NullMarked
package dev.keyway.emulator.internal.control;

import org.jspecify.annotations.NullMarked;
