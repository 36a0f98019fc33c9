package dev.keyway.providers.stytch;

import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.Secret;
import dev.keyway.providers.http.CredentialKinds;
import dev.keyway.providers.http.EmulatorGuard;
import dev.keyway.providers.stytch.rules.SessionMinutes;
import dev.keyway.providers.webhook.WebhookSecrets;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The project and how to reach it.
 *
 * @param baseUrl without a slash at the end
 */
record StytchSettings(
    String projectId,
    Secret secret,
    Optional<String> publicToken,
    URI baseUrl,
    Duration sessionDuration,
    WebhookSecrets webhookSecrets) {

  static final Set<String> KEYS =
      Set.of(
          "project-id",
          "secret",
          "public-token",
          "base-url",
          "session-duration",
          "webhook-secrets");

  private static final Duration DEFAULT_DURATION = Duration.ofHours(1);
  private static final Pattern PROJECT = Pattern.compile("project-(test|live)-[A-Za-z0-9-]{1,64}");

  /** What the vendor's credentials begin with. */
  private static final CredentialKinds KINDS =
      new CredentialKinds(
          Map.of(
              "secret-", "a project's secret",
              "public-token-", "a public token",
              "project-", "a project's id",
              "whsec_", "a webhook's secret"));

  static StytchSettings of(AuthConfig config) {
    String projectId = config.required(name("project-id"));
    if (!PROJECT.matcher(projectId).matches()) {
      throw config.invalid(name("project-id"), "must begin with project-test- or project-live-");
    }
    String secret = config.required(name("secret"));
    Optional<String> publicToken = config.value(name("public-token"));
    KINDS.require(config, name("secret"), secret, "secret-");
    publicToken.ifPresent(
        token -> KINDS.require(config, name("public-token"), token, "public-token-"));
    boolean live = projectId.startsWith("project-live-");
    URI service = URI.create(live ? "https://api.stytch.com" : "https://test.stytch.com");
    String uuid = projectId.substring("project-test-".length());
    URI baseUrl = EmulatorGuard.url(config, name("base-url"), service, uuid);
    boolean liveCredential =
        live
            || secret.startsWith("secret-live-")
            || publicToken.filter(token -> token.startsWith("public-token-live-")).isPresent();
    EmulatorGuard.keepApart(config, name("base-url"), baseUrl, liveCredential, uuid);
    return new StytchSettings(
        projectId,
        Secret.of(secret),
        publicToken,
        baseUrl,
        duration(config),
        WebhookSecrets.of(config, name("webhook-secrets")));
  }

  private static Duration duration(AuthConfig config) {
    Duration duration = config.duration(name("session-duration")).orElse(DEFAULT_DURATION);
    try {
      SessionMinutes.of(duration, "session-duration");
    } catch (AuthException e) {
      throw config.invalid(name("session-duration"), SessionMinutes.RULE);
    }
    return duration;
  }

  /** What every request carries. */
  Map<String, String> headers() {
    byte[] credentials = (projectId + ":" + secret.reveal()).getBytes(StandardCharsets.US_ASCII);
    return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
  }

  static String name(String key) {
    return Stytch.ID + "." + key;
  }
}
