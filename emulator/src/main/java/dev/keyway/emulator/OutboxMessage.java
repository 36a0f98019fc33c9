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
 * @param sender whom a mail says that it is from, as in its {@code From}; null for the emulator's
 *     own address and for text messages
 * @param html a mail's text for programs that show HTML; null for the text with its link to follow
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
    boolean bounced,
    @Nullable String sender,
    @Nullable String html) {

  /** A message in the emulator's own form. */
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
      Instant sentAt,
      boolean bounced) {
    this(id, channel, to, kind, subject, text, code, link, token, sentAt, bounced, null, null);
  }

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
        id, channel, to, kind, subject, text, code, link, token, sentAt, unreachable, sender, html);
  }

  /**
   * The same message with another sender and another HTML.
   *
   * @param from as in {@link #sender()}
   * @param shown as in {@link #html()}
   */
  public OutboxMessage showing(@Nullable String from, @Nullable String shown) {
    return new OutboxMessage(
        id, channel, to, kind, subject, text, code, link, token, sentAt, bounced, from, shown);
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
