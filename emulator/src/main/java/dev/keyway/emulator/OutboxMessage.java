package dev.keyway.emulator;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail or text message that the emulated provider sent.
 *
 * @param id unique in its world
 * @param channel how it was sent
 * @param to the address or phone number, as the provider would use it
 * @param kind what it is for
 * @param subject subject line; empty for text messages
 * @param text the whole text as a person would read it
 * @param code the code in it, ready to be typed; null when it has none
 * @param link the link in it; null when it has none
 * @param token the credential that the link carries in its query; null when there is no link
 * @param sentAt by the world's clock
 * @param bounced whether it never reached its address
 */
public record OutboxMessage(
    String id,
    Channel channel,
    String to,
    MessageKind kind,
    String subject,
    String text,
    @Nullable String code,
    @Nullable URI link,
    @Nullable String token,
    Instant sentAt,
    boolean bounced) {

  /** A message that is delivered. */
  public OutboxMessage(
      String id,
      Channel channel,
      String to,
      MessageKind kind,
      String subject,
      String text,
      @Nullable String code,
      @Nullable URI link,
      @Nullable String token,
      Instant sentAt) {
    this(id, channel, to, kind, subject, text, code, link, token, sentAt, false);
  }

  /** The same message, which did or did not reach its address. */
  public OutboxMessage bounced(boolean unreachable) {
    return new OutboxMessage(
        id, channel, to, kind, subject, text, code, link, token, sentAt, unreachable);
  }

  /** How a message travels. */
  public enum Channel {
    /** Electronic mail. */
    EMAIL,
    /** Text message. */
    SMS,
    /** WhatsApp. */
    WHATSAPP
  }

  /** Names the message without what it carries: codes and links are credentials. */
  @Override
  public String toString() {
    return "OutboxMessage[%s %s to %s at %s%s%s%s]"
        .formatted(
            channel,
            kind,
            to,
            sentAt,
            code == null ? "" : ", code",
            link == null ? "" : ", link",
            bounced ? ", bounced" : "");
  }
}
