package dev.keyway.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.svix.Webhook;
import com.svix.exceptions.EmptyWebhookSecretException;
import com.svix.exceptions.WebhookSigningException;
import dev.keyway.AuthEventType;
import dev.keyway.emulator.WebhookEvent;
import dev.keyway.emulator.World;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Hands on what the emulator posts of one vendor's project. By hand it signs with the library of
 * Svix, by whom both vendors deliver.
 */
final class EmulatorSender implements WebhookSender {

  private static final String ANOTHER =
      "whsec_"
          + Base64.getEncoder().encodeToString("another one, which is not in use".getBytes(UTF_8));

  private final Vendor vendor;
  private final World world;
  private final String secret;

  EmulatorSender(Vendor vendor, World world) {
    this.vendor = vendor;
    this.world = world;
    this.secret = world.webhooks().secret(vendor.operations());
  }

  /** Settings of a client that knows the secret that the project was made with. */
  Map<String, String> settings() {
    return secrets(secret);
  }

  @Override
  public WebhookDelivery await(AuthEventType type) {
    return delivery(world.webhooks().await(vendor.eventName(type)));
  }

  @Override
  public WebhookDelivery redeliver(WebhookDelivery delivery) {
    return delivery(world.webhooks().redeliver(delivery.id()));
  }

  @Override
  public Map<String, String> rotateSecret() {
    return secrets(world.webhooks().rotateSecret(vendor.operations()));
  }

  @Override
  public WebhookDelivery unknownEvent() {
    return delivery(
        world.webhooks().send(vendor.operations(), "moon.rising", vendor.unknownEvent()));
  }

  @Override
  public Map<String, List<String>> sign(String id, Instant at, byte[] body) {
    try {
      String signature = new Webhook(secret).sign(id, at.getEpochSecond(), new String(body, UTF_8));
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
    return secrets(ANOTHER + "," + secret);
  }

  @Override
  public Map<String, String> noSecret() {
    return secrets("");
  }

  @Override
  public String signatureHeader() {
    return "svix-signature";
  }

  private static WebhookDelivery delivery(WebhookEvent event) {
    return new WebhookDelivery(event.id(), event.headers(), event.body());
  }

  private Map<String, String> secrets(String secrets) {
    return Map.of("keyway." + vendor.id() + ".webhook-secrets", secrets);
  }
}
