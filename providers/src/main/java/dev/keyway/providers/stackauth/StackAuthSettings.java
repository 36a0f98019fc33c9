package dev.keyway.providers.stackauth;

import dev.keyway.AuthConfig;
import dev.keyway.Secret;
import dev.keyway.providers.http.EmulatorGuard;
import dev.keyway.providers.stackauth.rules.Uuids;
import dev.keyway.providers.webhook.WebhookSecrets;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

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

  private static final Pattern KEY = Pattern.compile("[!-~]{1,512}");

  static StackAuthSettings of(AuthConfig config) {
    String projectId = config.required(name("project-id"));
    if (!Uuids.isUuid(projectId) && !projectId.equals("internal")) {
      throw config.invalid(name("project-id"), "must be a UUID");
    }
    String serverKey = config.required(name("secret-server-key"));
    Optional<String> clientKey = config.value(name("publishable-client-key"));
    requireKey(config, "secret-server-key", serverKey);
    clientKey.ifPresent(key -> requireKey(config, "publishable-client-key", key));
    Optional<String> adminKey = config.value(name("super-secret-admin-key"));
    adminKey.ifPresent(key -> requireKey(config, "super-secret-admin-key", key));
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

  private static void requireKey(AuthConfig config, String key, String value) {
    if (!KEY.matcher(value).matches()) {
      throw config.invalid(name(key), "has characters that no key has");
    }
  }

  private static String name(String key) {
    return StackAuth.ID + "." + key;
  }
}
