package dev.keyway.emulator.internal.webhook;

import dev.keyway.emulator.WebhookAttempt;
import dev.keyway.emulator.WebhookEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is kept. It is signed when somebody looks at it, with the secrets of the moment
 * that its signature names: most events are never looked at, and what signs takes a tenth of a
 * second to load.
 */
final class JournalEntry {
  private final String id;
  private final String vendor;
  private final String type;
  private final String body;
  private final Instant createdAt;
  private final Signer signer;
  private final List<WebhookAttempt> attempts;
  private volatile @Nullable WebhookEvent event;

  /** One that was made, and not delivered anywhere. */
  JournalEntry(
      String id, String vendor, String type, String body, Instant createdAt, Signer signer) {
    this(id, vendor, type, body, createdAt, signer, List.of());
  }

  private JournalEntry(
      String id,
      String vendor,
      String type,
      String body,
      Instant createdAt,
      Signer signer,
      List<WebhookAttempt> attempts) {
    this.id = id;
    this.vendor = vendor;
    this.type = type;
    this.body = body;
    this.createdAt = createdAt;
    this.signer = signer;
    this.attempts = attempts;
  }

  String id() {
    return id;
  }

  String vendor() {
    return vendor;
  }

  String type() {
    return type;
  }

  /** How many attempts to deliver it there were. */
  int attempts() {
    return attempts.size();
  }

  /** The same, signed anew. */
  JournalEntry signed(Signer by) {
    return new JournalEntry(id, vendor, type, body, createdAt, by, attempts);
  }

  /** The same after one more attempt. */
  JournalEntry attempted(WebhookAttempt attempt) {
    List<WebhookAttempt> all = new ArrayList<>(attempts);
    all.add(attempt);
    return new JournalEntry(id, vendor, type, body, createdAt, signer, List.copyOf(all));
  }

  /** The event for those who look. */
  WebhookEvent event() {
    WebhookEvent known = event;
    if (known == null) {
      known =
          new WebhookEvent(id, vendor, type, body, createdAt, signer.headers(id, body), attempts);
      event = known;
    }
    return known;
  }

  /** Id, type and attempts, as {@link WebhookEvent} says them. */
  @Override
  public String toString() {
    return "WebhookEvent[%s %s at %s, %d attempts]".formatted(id, type, createdAt, attempts.size());
  }
}
