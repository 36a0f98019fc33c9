package dev.keyway.emulator;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One try to deliver an event.
 *
 * @param target where it went
 * @param at when, by the world's clock
 * @param status the HTTP status of the answer; empty where none came
 * @param failure why no answer came; empty where one did
 */
public record WebhookAttempt(
    URI target, Instant at, Optional<Integer> status, Optional<String> failure) {

  /** Whether the receiver took it: it answered 2xx. */
  public boolean delivered() {
    return status.filter(code -> code >= 200 && code < 300).isPresent();
  }
}
