/** Webhooks, whatever the vendor: secrets, signatures, and the journal of what was sent. */
@NullMarked
package dev.keyway.emulator.internal.webhook;

import org.jspecify.annotations.NullMarked;
