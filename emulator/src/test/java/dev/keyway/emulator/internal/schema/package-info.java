/** Tests. */
@NullMarked
package dev.keyway.emulator.internal.schema;

import org.jspecify.annotations.NullMarked;
