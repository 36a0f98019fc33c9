package dev.keyway.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.svix.Webhook;
import com.svix.exceptions.EmptyWebhookSecretException;
import com.svix.exceptions.WebhookSigningException;
import dev.keyway.AuthEventType;
import dev.keyway.EmailAddress;
import dev.keyway.UserId;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Signs with the library of Svix, by whom both vendors deliver. */
final class SvixSender implements WebhookSender {

  private static final String SECRET = secret("a secret of a project, for tests");
  private static final String ANOTHER = secret("another one, which is not in use");

  private final Vendor vendor;

  SvixSender(Vendor vendor) {
    this.vendor = vendor;
  }

  private static String secret(String text) {
    return "whsec_" + Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  /** Settings of a client that knows the secret. */
  Map<String, String> settings() {
    return secrets(SECRET);
  }

  @Override
  public byte[] body(AuthEventType type, UserId user, EmailAddress email) {
    return vendor.event(type, user.value(), email.value()).getBytes(UTF_8);
  }

  @Override
  public Map<String, List<String>> sign(String id, Instant at, byte[] body) {
    try {
      String signature = new Webhook(SECRET).sign(id, at.getEpochSecond(), new String(body, UTF_8));
      return Map.of(
          "svix-id",
          List.of(id),
          "svix-timestamp",
          List.of(Long.toString(at.getEpochSecond())),
          signatureHeader(),
          List.of(signature));
    } catch (EmptyWebhookSecretException | WebhookSigningException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Map<String, String> anotherSecret() {
    return secrets(ANOTHER);
  }

  @Override
  public Map<String, String> bothSecrets() {
    return secrets(ANOTHER + "," + SECRET);
  }

  @Override
  public Map<String, String> noSecret() {
    return secrets("");
  }

  @Override
  public String signatureHeader() {
    return "svix-signature";
  }

  private Map<String, String> secrets(String secrets) {
    return Map.of("keyway." + vendor.id() + ".webhook-secrets", secrets);
  }
}
