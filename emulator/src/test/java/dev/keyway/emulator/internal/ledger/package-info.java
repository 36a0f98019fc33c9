/** Tests. */
@NullMarked
package dev.keyway.emulator.internal.ledger;

import org.jspecify.annotations.NullMarked;
