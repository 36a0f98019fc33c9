/**
 * What a JSON value may be, said once: {@link dev.keyway.emulator.internal.schema.Field}s are
 * declared as constants, checked by a {@link dev.keyway.emulator.internal.schema.Dialect}, read by
 * the same constants, and described by {@link dev.keyway.emulator.internal.schema.JsonSchema}. What
 * is wrong is a {@link dev.keyway.emulator.internal.schema.Problem}: data, which whoever reads
 * words in their own way.
 */
@NullMarked
package dev.keyway.emulator.internal.schema;

import org.jspecify.annotations.NullMarked;
