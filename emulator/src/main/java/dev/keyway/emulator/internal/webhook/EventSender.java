package dev.keyway.emulator.internal.webhook;

import org.jspecify.annotations.Nullable;

/** Makes the events of one vendor's project. */
public final class EventSender {
  private final String vendor;
  private final SigningSecrets secrets;
  private final RecordingWebhooks journal;

  EventSender(String vendor, SigningSecrets secrets, RecordingWebhooks journal) {
    this.vendor = vendor;
    this.secrets = secrets;
    this.journal = journal;
  }

  /**
   * Makes an event of what has taken effect.
   *
   * @param type what one subscribes to
   * @param body the whole body of the request
   */
  public void send(String type, String body) {
    JournalEntry unused = journal.add(vendor, type, body);
  }

  /** The secret that signs now. */
  public String secret() {
    return secrets.current();
  }

  /** Whether that is the secret; true for null, which asks for none. */
  public boolean hasSecret(@Nullable String secret) {
    return secret == null || secret.equals(secrets.current());
  }

  /** Signs with a secret that is given; null changes nothing. */
  public void pinSecret(@Nullable String secret) {
    if (secret != null) {
      secrets.pin(secret);
    }
  }
}
