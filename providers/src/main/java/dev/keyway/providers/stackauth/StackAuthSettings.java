package dev.keyway.providers.stackauth;

import dev.keyway.AuthConfig;
import dev.keyway.Secret;
import dev.keyway.providers.http.CredentialKinds;
import dev.keyway.providers.http.EmulatorGuard;
import dev.keyway.providers.stackauth.rules.Uuids;
import dev.keyway.providers.webhook.WebhookSecrets;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The project and how to reach it.
 *
 * @param baseUrl without {@code /api/v1} and without a slash at the end
 * @param issuerUrl the same as its access tokens name it
 */
record StackAuthSettings(
    String projectId,
    Secret serverKey,
    Optional<String> clientKey,
    Optional<Secret> adminKey,
    URI baseUrl,
    URI issuerUrl,
    WebhookSecrets webhookSecrets) {

  static final Set<String> KEYS =
      Set.of(
          "project-id",
          "secret-server-key",
          "publishable-client-key",
          "super-secret-admin-key",
          "base-url",
          "issuer-url",
          "webhook-secrets");

  /** What the vendor's keys begin with. */
  private static final CredentialKinds KINDS =
      new CredentialKinds(
          Map.of(
              "pck_", "a publishable client key",
              "ssk_", "a secret server key",
              "sak_", "a super secret admin key",
              "whsec_", "a webhook's secret"));

  static StackAuthSettings of(AuthConfig config) {
    String projectId = config.required(name("project-id"));
    if (!Uuids.isUuid(projectId) && !projectId.equals("internal")) {
      throw config.invalid(name("project-id"), "must be a UUID");
    }
    String serverKey = config.required(name("secret-server-key"));
    Optional<String> clientKey = config.value(name("publishable-client-key"));
    KINDS.require(config, name("secret-server-key"), serverKey, "ssk_");
    clientKey.ifPresent(key -> KINDS.require(config, name("publishable-client-key"), key, "pck_"));
    Optional<String> adminKey = config.value(name("super-secret-admin-key"));
    adminKey.ifPresent(key -> KINDS.require(config, name("super-secret-admin-key"), key, "sak_"));
    URI baseUrl =
        EmulatorGuard.url(
            config, name("base-url"), URI.create(StackAuth.DEFAULT_BASE_URL), projectId);
    // Nothing in a key or an id tells a live Stack Auth project from one for tests.
    EmulatorGuard.keepApart(config, name("base-url"), baseUrl, false, projectId);
    return new StackAuthSettings(
        projectId,
        Secret.of(serverKey),
        clientKey,
        adminKey.map(Secret::of),
        baseUrl,
        EmulatorGuard.url(config, name("issuer-url"), baseUrl, projectId),
        WebhookSecrets.of(config, name("webhook-secrets")));
  }

  /** What every request carries. */
  Map<String, String> headers() {
    Map<String, String> headers = new TreeMap<>();
    headers.put("x-stack-access-type", "server");
    headers.put("x-stack-project-id", projectId);
    headers.put("x-stack-secret-server-key", serverKey.reveal());
    clientKey.ifPresent(key -> headers.put("x-stack-publishable-client-key", key));
    return headers;
  }

  private static String name(String key) {
    return StackAuth.ID + "." + key;
  }
}
