package dev.keyway.emulator.internal.pipeline;

import dev.keyway.emulator.internal.fault.FaultTable;
import dev.keyway.emulator.internal.ledger.RecordingLedger;
import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.state.MovableClock;
import dev.keyway.emulator.internal.state.RecordingOutbox;
import dev.keyway.emulator.internal.webhook.RecordingWebhooks;
import java.net.URI;

/**
 * What all projects of one world share.
 *
 * @param name the world's name
 * @param clock the only source of time
 * @param random the only source of ids, tokens and codes
 * @param outbox where mails and texts go
 * @param publicUrl the base of every absolute URL, without a trailing slash
 * @param ledger its requests
 * @param faults its faults
 * @param webhooks the events that its vendors make
 */
public record WorldContext(
    String name,
    MovableClock clock,
    Randomness random,
    RecordingOutbox outbox,
    URI publicUrl,
    RecordingLedger ledger,
    FaultTable faults,
    RecordingWebhooks webhooks) {}
