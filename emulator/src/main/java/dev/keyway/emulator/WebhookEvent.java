package dev.keyway.emulator;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An event that a vendor made: a value, as of the moment when it was asked for.
 *
 * @param id the message's, the same in every delivery: {@code msg_…}
 * @param vendor the {@linkplain VendorService#id id} of the vendor that made it
 * @param type what one subscribes to, for example {@code user.created} or {@code
 *     direct.user.update}
 * @param body the body of the request, exactly; one sends it as UTF-8
 * @param createdAt when it was made, by the world's clock
 * @param headers the headers of a delivery as it was signed last: when the event was made, at its
 *     latest attempt, or when {@link Webhooks#redeliver} was called. Receivers refuse what was
 *     signed more than five minutes ago
 * @param attempts what became of it at its targets, oldest first
 */
public record WebhookEvent(
    String id,
    String vendor,
    String type,
    String body,
    Instant createdAt,
    Map<String, List<String>> headers,
    List<WebhookAttempt> attempts) {

  public WebhookEvent {
    headers = Map.copyOf(headers);
    attempts = List.copyOf(attempts);
  }

  /** Id, type and attempts; neither what it says of people nor its signature. */
  @Override
  public String toString() {
    return "WebhookEvent[%s %s at %s, %d attempts]".formatted(id, type, createdAt, attempts.size());
  }
}
