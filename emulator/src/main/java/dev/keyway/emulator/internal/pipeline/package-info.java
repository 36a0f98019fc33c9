/** The way of a request: the API that owns its path, the world's faults and ledger. */
@NullMarked
package dev.keyway.emulator.internal.pipeline;

import org.jspecify.annotations.NullMarked;
