package dev.keyway.conformance;

import dev.keyway.AuthEventType;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The provider's side of webhooks. What the provider itself posts comes first; what it never would
 * is signed by hand, with the project's secret, which the client knows.
 */
public interface WebhookSender {

  /**
   * The oldest event of this type that was not asked for before, as the provider posted it. Waits
   * for it, and fails if it does not come.
   *
   * @param type any but {@link AuthEventType#OTHER}
   */
  WebhookDelivery await(AuthEventType type);

  /** The same event once more, as the provider repeats it: signed anew, at this moment. */
  WebhookDelivery redeliver(WebhookDelivery delivery);

  /**
   * Changes the project's secret, as whoever runs the project does. For a day the provider signs
   * with the one before as well.
   *
   * @return settings with the new secret alone
   */
  Map<String, String> rotateSecret();

  /** An event of a type that nobody knows yet, as the provider would post it. */
  WebhookDelivery unknownEvent();

  /**
   * The headers of a delivery, signed by hand with the secret that the project was made with.
   *
   * @param id the event's, up to 256 printable characters
   * @param at when it is signed
   */
  Map<String, List<String>> sign(String id, Instant at, byte[] body);

  /** Settings with another secret in place of the project's. */
  Map<String, String> anotherSecret();

  /** Settings with another secret before the project's. */
  Map<String, String> bothSecrets();

  /** Settings with no secret. */
  Map<String, String> noSecret();

  /** The name of the header that holds the signatures. */
  String signatureHeader();
}
