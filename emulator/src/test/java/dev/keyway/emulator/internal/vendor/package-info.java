/** Tests. */
@NullMarked
package dev.keyway.emulator.internal.vendor;

import org.jspecify.annotations.NullMarked;
