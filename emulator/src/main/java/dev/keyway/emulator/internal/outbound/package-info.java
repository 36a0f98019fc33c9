/** The one way out of the emulator. */
@NullMarked
package dev.keyway.emulator.internal.outbound;

import org.jspecify.annotations.NullMarked;
