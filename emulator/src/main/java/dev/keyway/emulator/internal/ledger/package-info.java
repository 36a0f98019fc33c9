/** The requests of one world as they were answered, redacted before they are kept. */
@NullMarked
package dev.keyway.emulator.internal.ledger;

import org.jspecify.annotations.NullMarked;
