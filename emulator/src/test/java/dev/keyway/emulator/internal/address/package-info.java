/** Tests. */
@NullMarked
package dev.keyway.emulator.internal.address;

import org.jspecify.annotations.NullMarked;
