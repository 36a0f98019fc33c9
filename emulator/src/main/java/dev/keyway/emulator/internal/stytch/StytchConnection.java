package dev.keyway.emulator.internal.stytch;

import dev.keyway.emulator.ConnectionValue;
import dev.keyway.emulator.StytchService;
import java.util.List;

/** What names the vendor, and what a program needs to use a project. */
final class StytchConnection {
  static final String ID = "stytch";
  static final String NAME = "Stytch";
  static final String PROVIDER = "stytch";

  private static final String SETTING = "keyway." + PROVIDER + ".";

  private StytchConnection() {}

  static List<ConnectionValue> of(StytchService project) {
    return values(
        project.baseUrl().toString(),
        project.projectId(),
        project.secret(),
        project.publicToken(),
        project.webhookSecret(),
        project.jwksUrl().toString(),
        project.issuer());
  }

  static List<ConnectionValue> example() {
    String base = "http://127.0.0.1:5399";
    return values(
        base,
        "project-test-…",
        "secret-test-…",
        "public-token-test-…",
        "whsec_…",
        base + "/v1/sessions/jwks/project-test-…",
        "stytch.com/project-test-…");
  }

  private static List<ConnectionValue> values(
      String baseUrl,
      String projectId,
      String secret,
      String publicToken,
      String webhookSecret,
      String jwksUrl,
      String issuer) {
    return List.of(
        ConnectionValue.of("baseUrl", "Base URL", "Stands for https://test.stytch.com.", baseUrl)
            .as(SETTING + "base-url"),
        ConnectionValue.of("projectId", "Project id", "User name of every request.", projectId)
            .as(SETTING + "project-id")
            .briefly("project"),
        ConnectionValue.of("secret", "Secret", "Password of every request.", secret)
            .as(SETTING + "secret")
            .briefly("secret"),
        ConnectionValue.of(
                "publicToken", "Public token", "What browsers name the project with.", publicToken)
            .as(SETTING + "public-token")
            .briefly("public token"),
        ConnectionValue.of("webhookSecret", "Webhook secret", "What signs webhooks.", webhookSecret)
            .as(SETTING + "webhook-secrets"),
        ConnectionValue.of("jwksUrl", "JWKS URL", "Public keys of session JWTs.", jwksUrl),
        ConnectionValue.of("issuer", "Issuer", "Issuer of session JWTs.", issuer));
  }
}
