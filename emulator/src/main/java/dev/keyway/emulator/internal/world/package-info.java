/** Worlds, their checkpoints, and how an emulator is put together. */
@NullMarked
package dev.keyway.emulator.internal.world;

import org.jspecify.annotations.NullMarked;
