/** What a checkpoint of a world copies, and what it does not. A leaf. */
@NullMarked
package dev.keyway.emulator.internal.snapshot;

import org.jspecify.annotations.NullMarked;
