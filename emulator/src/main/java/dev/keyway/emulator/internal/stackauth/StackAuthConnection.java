package dev.keyway.emulator.internal.stackauth;

import dev.keyway.emulator.ConnectionValue;
import dev.keyway.emulator.StackAuthService;
import java.util.List;

/** What names the vendor, and what a program needs to use a project. */
final class StackAuthConnection {
  static final String ID = "stackauth";
  static final String NAME = "Stack Auth";
  static final String PROVIDER = "stack-auth";

  private static final String SETTING = "keyway." + PROVIDER + ".";

  private StackAuthConnection() {}

  static List<ConnectionValue> of(StackAuthService project) {
    return values(
        project.baseUrl().toString(),
        project.projectId(),
        project.publishableClientKey(),
        project.secretServerKey(),
        project.superSecretAdminKey(),
        project.webhookSecret(),
        project.jwksUrl().toString(),
        project.issuer());
  }

  static List<ConnectionValue> example() {
    String base = "http://127.0.0.1:5399";
    return values(
        base,
        "11111111-1111-4111-8111-111111111111",
        "pck_…",
        "ssk_…",
        "sak_…",
        "whsec_…",
        base + "/api/v1/projects/…/.well-known/jwks.json",
        base + "/api/v1/projects/…");
  }

  private static List<ConnectionValue> values(
      String baseUrl,
      String projectId,
      String publishableClientKey,
      String secretServerKey,
      String superSecretAdminKey,
      String webhookSecret,
      String jwksUrl,
      String issuer) {
    return List.of(
        ConnectionValue.of("baseUrl", "Base URL", "Stands for https://api.stack-auth.com.", baseUrl)
            .as(SETTING + "base-url"),
        ConnectionValue.of("projectId", "Project id", "Project id.", projectId)
            .as(SETTING + "project-id")
            .briefly("project"),
        ConnectionValue.of(
                "publishableClientKey",
                "Publishable client key",
                "The key that browsers may hold.",
                publishableClientKey)
            .as(SETTING + "publishable-client-key")
            .briefly("client key"),
        ConnectionValue.of(
                "secretServerKey", "Secret server key", "The key of servers.", secretServerKey)
            .as(SETTING + "secret-server-key")
            .briefly("server key"),
        ConnectionValue.of(
                "superSecretAdminKey",
                "Super secret admin key",
                "The key of administrators.",
                superSecretAdminKey)
            .briefly("admin key"),
        ConnectionValue.of("webhookSecret", "Webhook secret", "What signs webhooks.", webhookSecret)
            .as(SETTING + "webhook-secrets"),
        ConnectionValue.of("jwksUrl", "JWKS URL", "Public keys of access tokens.", jwksUrl),
        ConnectionValue.of("issuer", "Issuer", "Issuer of access tokens.", issuer));
  }
}
