package dev.keyway.emulator.internal.stytch;

import static dev.keyway.emulator.internal.stytch.StytchClient.assertRefused;
import static dev.keyway.emulator.internal.stytch.StytchClient.succeed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.device.Misbehaviour;
import dev.keyway.emulator.device.VirtualAuthenticator;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class WebAuthnRoutesTest {
  private static final String DOMAIN = "example.com";
  private static final String ORIGIN = "https://login.example.com";

  private final World world;
  private final StytchClient stytch;

  WebAuthnRoutesTest(World world) {
    this.world = world;
    this.stytch = new StytchClient(world);
  }

  private String creationOptions(JsonNode user, boolean urlSafe) throws Exception {
    return succeed(
            stytch.post(
                "/v1/webauthn/register/start",
                "user_id",
                user.path("user_id").textValue(),
                "domain",
                DOMAIN,
                "return_passkey_credential_options",
                true,
                "use_base64_url_encoding",
                urlSafe))
        .path("public_key_credential_creation_options")
        .textValue();
  }

  private Wire.Reply register(JsonNode user, String credential) throws Exception {
    return stytch.post(
        "/v1/webauthn/register",
        "user_id",
        user.path("user_id").textValue(),
        "public_key_credential",
        credential);
  }

  private String requestOptions() throws Exception {
    return succeed(
            stytch.post(
                "/v1/webauthn/authenticate/start",
                "domain",
                DOMAIN,
                "return_passkey_credential_options",
                true,
                "use_base64_url_encoding",
                true))
        .path("public_key_credential_request_options")
        .textValue();
  }

  private Wire.Reply authenticate(String credential) throws Exception {
    return stytch.post(
        "/v1/webauthn/authenticate",
        "public_key_credential",
        credential,
        "session_duration_minutes",
        5);
  }

  private JsonNode enrol(JsonNode user, VirtualAuthenticator authenticator) throws Exception {
    return succeed(register(user, authenticator.create(creationOptions(user, true), ORIGIN)));
  }

  @Test
  void aPasskeySignsInWithoutAName() throws Exception {
    JsonNode ada = stytch.signUp();
    VirtualAuthenticator authenticator = VirtualAuthenticator.platform();
    JsonNode registered = enrol(ada, authenticator);
    assertTrue(registered.at("/user/webauthn_registrations/0/verified").booleanValue());

    JsonNode signedIn = succeed(authenticate(authenticator.get(requestOptions(), ORIGIN)));

    assertEquals(ada.path("user_id"), signedIn.path("user_id"));
    assertEquals(
        registered.path("webauthn_registration_id"),
        signedIn.at("/session/authentication_factors/0/webauthn_factor/webauthn_registration_id"));
  }

  @Test
  void aChallengeOfAnotherDomainIsRefused() throws Exception {
    VirtualAuthenticator authenticator = VirtualAuthenticator.platform();
    enrol(stytch.signUp(), authenticator);
    String elsewhere =
        succeed(
                stytch.post(
                    "/v1/webauthn/authenticate/start",
                    "domain",
                    "example.org",
                    "return_passkey_credential_options",
                    true,
                    "use_base64_url_encoding",
                    true))
            .path("public_key_credential_request_options")
            .textValue()
            .replace("example.org", DOMAIN);

    assertRefused(
        400,
        "invalid_webauthn_registration_domain",
        authenticate(authenticator.get(elsewhere, ORIGIN)));
  }

  @Test
  void plainBase64IsTheDefault() throws Exception {
    JsonNode ada = stytch.signUp();

    String plain = Json.read(creationOptions(ada, false)).path("challenge").textValue();
    String urlSafe = Json.read(creationOptions(ada, true)).path("challenge").textValue();

    assertEquals(44, plain.length(), "32 bytes with padding");
    assertEquals(43, urlSafe.length(), "32 bytes without");
  }

  @Test
  void aChallengeIsAnsweredOnceAndWithinFiveMinutes() throws Exception {
    JsonNode ada = stytch.signUp();
    VirtualAuthenticator authenticator = VirtualAuthenticator.platform();
    String response = authenticator.create(creationOptions(ada, true), ORIGIN);
    succeed(register(ada, response));
    assertRefused(400, "no_pending_webauthn_registration", register(ada, response));
    String assertion = authenticator.get(requestOptions(), ORIGIN);
    succeed(authenticate(assertion));
    assertRefused(401, "unable_to_auth_webauthn_registration", authenticate(assertion));
    String late = authenticator.get(requestOptions(), ORIGIN);
    world.clock().advance(Duration.ofMinutes(5));
    assertRefused(401, "unable_to_auth_webauthn_registration", authenticate(late));
  }

  @Test
  void whoeverMisbehavesIsRefused() throws Exception {
    JsonNode ada = stytch.signUp();
    VirtualAuthenticator authenticator = VirtualAuthenticator.platform();
    enrol(ada, authenticator);
    for (Misbehaviour way :
        new Misbehaviour[] {
          Misbehaviour.wrongOrigin("https://example.org"),
          Misbehaviour.wrongRpId("example.org"),
          Misbehaviour.wrongChallenge(),
          Misbehaviour.wrongType(),
          Misbehaviour.flippedSignatureBit(),
          Misbehaviour.anotherKey(),
          Misbehaviour.absentUser()
        }) {
      String assertion = authenticator.misbehaving(way).get(requestOptions(), ORIGIN);
      assertRefused(401, "unable_to_auth_webauthn_registration", authenticate(assertion));
    }
    assertRefused(400, "invalid_public_key_credential", authenticate("{"));
    assertRefused(400, "invalid_public_key_credential", authenticate("{\"id\":\"AAAA\"}"));
  }

  @Test
  void aCounterThatWentBackIsRefused() throws Exception {
    VirtualAuthenticator authenticator = VirtualAuthenticator.platform();
    enrol(stytch.signUp(), authenticator);
    // Twice, so that a counter one back is above the one of the registration.
    succeed(authenticate(authenticator.get(requestOptions(), ORIGIN)));
    succeed(authenticate(authenticator.get(requestOptions(), ORIGIN)));
    VirtualAuthenticator cloned = authenticator.misbehaving(Misbehaviour.counterGoingBack());

    assertRefused(
        401,
        "unable_to_auth_webauthn_registration",
        authenticate(cloned.get(requestOptions(), ORIGIN)));
  }

  @Test
  void anotherUsersChallengeIsNotAnswered() throws Exception {
    JsonNode ada = stytch.signUp();
    JsonNode eve = succeed(stytch.post("/v1/users", "email", "eve@example.com"));
    String response = VirtualAuthenticator.platform().create(creationOptions(ada, true), ORIGIN);

    assertRefused(400, "no_pending_webauthn_registration", register(eve, response));
    succeed(register(ada, response));
  }

  @Test
  void aRegistrationIsNamedListedAndRemoved() throws Exception {
    JsonNode ada = stytch.signUp();
    VirtualAuthenticator authenticator = VirtualAuthenticator.platform();
    String id = enrol(ada, authenticator).path("webauthn_registration_id").textValue();
    String list = "/v1/webauthn/credentials/" + ada.path("user_id").textValue() + "/" + DOMAIN;

    JsonNode named = succeed(stytch.put("/v1/webauthn/" + id, "name", "Laptop"));

    assertEquals("Laptop", named.at("/webauthn_registration/name").textValue());
    assertRefused(
        400, "empty_webauthn_registration_name", stytch.put("/v1/webauthn/" + id, "name", " "));
    assertEquals(
        id, succeed(stytch.get(list)).at("/credentials/0/webauthn_registration_id").textValue());
    succeed(stytch.delete("/v1/users/webauthn_registrations/" + id));
    assertEquals(0, succeed(stytch.get(list)).path("credentials").size());
    String assertion = authenticator.get(requestOptions(), ORIGIN);
    assertRefused(404, "webauthn_registration_not_found", authenticate(assertion));
  }

  @Test
  void theStartIsCheckedBeforeTheBrowserIsAsked() throws Exception {
    String path = "/v1/webauthn/register/start";
    JsonNode pending =
        succeed(
            stytch.post("/v1/users", "email", "new@example.com", "create_user_as_pending", true));
    String userId = pending.path("user_id").textValue();

    assertRefused(
        400, "invalid_domain", stytch.post(path, "user_id", userId, "domain", "https://x"));
    assertRefused(
        400,
        "cannot_use_webauthn_with_pending_user",
        stytch.post(path, "user_id", userId, "domain", DOMAIN));
    assertRefused(
        400,
        "invalid_authenticator_type",
        stytch.post(path, "user_id", userId, "domain", DOMAIN, "authenticator_type", "brain"));
    assertRefused(
        400,
        "no_active_webauthn_registrations",
        stytch.post("/v1/webauthn/authenticate/start", "user_id", userId, "domain", DOMAIN));
  }
}
