package dev.keyway.providers.webhook;

import java.time.Instant;

/**
 * What the headers of a genuine delivery say.
 *
 * @param id of the message, the same in every attempt to deliver it
 * @param sentAt when this attempt was signed
 */
public record SignedMessage(String id, Instant sentAt) {}
