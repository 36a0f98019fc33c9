/** Tests. */
@NullMarked
package dev.keyway.emulator.device;

import org.jspecify.annotations.NullMarked;
