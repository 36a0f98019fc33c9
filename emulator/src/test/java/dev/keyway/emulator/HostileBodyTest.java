package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route of both services, with bodies that none of them expects: never a 500. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileBodyTest {
  private static final String DEEP = "[".repeat(100_000);
  private static final String NESTED = "{\"a\":".repeat(900) + "1" + "}".repeat(900);

  /** Names that many routes know; a route that does not know one refuses it or does not look. */
  private static final List<String> FIELDS =
      List.of(
          "email",
          "email_address",
          "phone_number",
          "password",
          "code",
          "token",
          "nonce",
          "user_id",
          "session_token",
          "session_jwt",
          "session_duration_minutes",
          "session_custom_claims",
          "method_id",
          "expiration_minutes",
          "name",
          "trusted_metadata",
          "limit",
          "cursor",
          "query",
          "hash",
          "hash_type",
          "argon_2_config",
          "scrypt_config",
          "domain",
          "public_key_credential",
          "totp_code",
          "recovery_code",
          "callback_url",
          "redirect_uri",
          "grant_type",
          "client_id",
          "client_secret",
          "refresh_token",
          "code_verifier",
          "attempt_code",
          "type",
          "value",
          "client_metadata",
          "server_metadata",
          "primary_email",
          "totp_secret_base64",
          "config",
          "display_name",
          "expires_in_millis",
          "credential",
          "mfa",
          "options",
          "attributes",
          "oauth_providers",
          "domains",
          "description",
          "expires_at_millis",
          "provider_user_id");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "0.5",
          "1e400",
          "99999999999999999999999999",
          "\"1e999999999\"",
          "\"\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"%s%n\\r\\nx: y\"",
          "\"" + "a".repeat(5_000) + "\"",
          "[]",
          "[[null]]",
          "{}",
          "{\"a\":{\"b\":[1]}}");

  private final AuthEmulator emulator = AuthEmulator.start();
  private final World world =
      emulator.newWorld(
          WorldSpec.defaults()
              .stackAuth(
                  s ->
                      s.magicLinkEnabled(true)
                          .passkeyEnabled(true)
                          .clientUserDeletionEnabled(true)
                          .oauthProviders("github")));

  @AfterAll
  void close() {
    emulator.close();
  }

  List<Operation> routes() {
    return emulator.operations().stream()
        .filter(Operation::built)
        .filter(o -> o.provider().equals("stackauth") || o.provider().equals("stytch"))
        // It ends the world, as it should.
        .filter(o -> !o.id().equals("stackauth.project.delete-current"))
        .toList();
  }

  private static List<String> bodies() {
    List<String> bodies =
        new ArrayList<>(
            List.of("", "null", "[]", "\"x\"", "1", "{", "{}x", "{\"a\":1,\"a\":2}", DEEP, NESTED));
    for (String value : VALUES) {
      bodies.add(
          FIELDS.stream()
              .map(field -> "\"" + field + "\":" + value)
              .collect(Collectors.joining(",", "{", "}")));
    }
    return bodies;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("routes")
  void noBodyBreaksARoute(Operation route) throws Exception {
    String path = route.path().replaceAll("\\{[^}]*}", "6b657977-6179-4c64-9a53-4b1d2a7c0f11");
    Set<String> broken = new LinkedHashSet<>();
    for (String body : bodies()) {
      Wire.Reply reply = wire(route, body).send(route.method(), path, body);
      if (reply.status() >= 500) {
        broken.add(reply.status() + " for " + body.substring(0, Math.min(60, body.length())));
      }
    }
    assertEquals(Set.of(), broken);
  }

  private Wire wire(Operation route, String body) {
    Wire wire;
    if (route.provider().equals("stytch")) {
      wire = Wire.stytch(world);
    } else {
      wire =
          Wire.to(URI.create(emulator.baseUrl() + ""))
              .with("x-stack-access-type", "admin")
              .with("x-stack-project-id", world.stackAuth().projectId())
              .with("x-stack-super-secret-admin-key", world.stackAuth().superSecretAdminKey());
    }
    return body.isEmpty() ? wire : wire.with("content-type", "application/json");
  }

  @Test
  void theLastOfTwoEqualKeysCounts() throws Exception {
    Wire.Reply reply =
        Wire.stytch(world)
            .post("/v1/users", "{\"email\":\"one@example.com\",\"email\":\"two@example.com\"}");
    assertEquals(201, reply.status(), reply.text());
    assertEquals("two@example.com", reply.json().at("/user/emails/0/email").textValue());
  }

  @Test
  void aBodyOfThreeMegabytesIsReadAndOneOfFiveIsNot() throws Exception {
    String letters = "a".repeat(1 << 20);
    String three = "{\"email\":\"" + letters + letters + letters + "\"}";
    assertEquals("invalid_email", Wire.stytch(world).post("/v1/users", three).at("error_type"));
    Wire.Reply five = Wire.stytch(world).post("/v1/users", three + letters + letters);
    assertEquals("bad_request", five.at("error_type"));
    assertTrue(five.at("error_message").contains("too large"), five.text());
  }

  @Test
  void aNestingWithoutEndIsNoJson() throws Exception {
    assertEquals("bad_request", Wire.stytch(world).post("/v1/users", DEEP).at("error_type"));
    assertEquals("BODY_PARSING_ERROR", Wire.stackServer(world).post("/users", DEEP).at("code"));
  }

  @Test
  void aFormOfNothingButSeparatorsIsAnswered() throws Exception {
    Wire form = Wire.stackServer(world).with("content-type", "application/x-www-form-urlencoded");
    for (String body :
        List.of("&&&&", "=", "%", "%zz=%", "a=b&a=c", "grant_type", "\u0000=\u0000")) {
      int status = form.send("POST", "/auth/oauth/token", body).status();
      assertTrue(status >= 400 && status < 500, body + " gave " + status);
    }
  }
}
