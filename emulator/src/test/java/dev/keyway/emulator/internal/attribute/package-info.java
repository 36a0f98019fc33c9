/** Tests. */
@NullMarked
package dev.keyway.emulator.internal.attribute;

import org.jspecify.annotations.NullMarked;
