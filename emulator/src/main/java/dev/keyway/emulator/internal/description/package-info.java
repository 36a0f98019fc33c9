/**
 * What the records of a seed say of their components, for whoever reads, writes or describes them.
 */
@NullMarked
package dev.keyway.emulator.internal.description;

import org.jspecify.annotations.NullMarked;
