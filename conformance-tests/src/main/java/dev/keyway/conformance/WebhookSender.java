package dev.keyway.conformance;

import dev.keyway.AuthEventType;
import dev.keyway.EmailAddress;
import dev.keyway.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Posts what the provider would post: signed for the project, with a secret the client knows. */
public interface WebhookSender {

  /**
   * The body that the provider sends.
   *
   * @param type which event; {@link AuthEventType#OTHER} stands for one that nobody knows yet
   * @param user whom it is about
   * @param email the user's address
   */
  byte[] body(AuthEventType type, UserId user, EmailAddress email);

  /**
   * The headers of a genuine delivery.
   *
   * @param id the event's, up to 256 printable characters
   * @param at when it is signed
   */
  Map<String, List<String>> sign(String id, Instant at, byte[] body);

  /** Settings with another secret in place of the one that {@link #sign} uses. */
  Map<String, String> anotherSecret();

  /** Settings with another secret before the one that {@link #sign} uses. */
  Map<String, String> bothSecrets();

  /** Settings with no secret. */
  Map<String, String> noSecret();

  /** The name of the header that holds the signatures. */
  String signatureHeader();
}
