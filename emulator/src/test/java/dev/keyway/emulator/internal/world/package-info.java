/** Tests. */
@NullMarked
package dev.keyway.emulator.internal.world;

import org.jspecify.annotations.NullMarked;
