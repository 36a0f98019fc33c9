package dev.keyway.emulator.internal.state;

import dev.keyway.emulator.internal.random.Randomness;
import java.net.URI;

/**
 * What both providers of one world share.
 *
 * @param world the world's name
 * @param clock the only source of time
 * @param random the only source of ids, tokens and codes
 * @param outbox where mails and texts go
 * @param publicUrl the base of every absolute URL, without a trailing slash
 */
public record Environment(
    String world, MovableClock clock, Randomness random, RecordingOutbox outbox, URI publicUrl) {}
