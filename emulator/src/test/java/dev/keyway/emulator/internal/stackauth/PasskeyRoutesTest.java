package dev.keyway.emulator.internal.stackauth;

import static dev.keyway.emulator.internal.stackauth.PasskeyWire.LOCAL;
import static dev.keyway.emulator.internal.stackauth.PasskeyWire.finishRegistration;
import static dev.keyway.emulator.internal.stackauth.PasskeyWire.finishSignIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.device.Misbehaviour;
import dev.keyway.emulator.device.VirtualAuthenticator;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class PasskeyRoutesTest {
  private static final String EMAIL = "ada@example.com";

  private final World world;
  private final AuthEmulator emulator;
  private final Wire client;
  private final VirtualAuthenticator authenticator = VirtualAuthenticator.platform();

  PasskeyRoutesTest(World world, AuthEmulator emulator) {
    this.world = world;
    this.emulator = emulator;
    this.client = Wire.stackClient(world);
  }

  @BeforeEach
  void passkeysAreOn() {
    world.stackAuth().configure(settings -> settings.passkeyEnabled(true));
  }

  private SignedIn owner() throws Exception {
    SignedIn ada = SignedIn.up(world, EMAIL);
    registered(LOCAL.register(ada.wire(), authenticator));
    return ada;
  }

  private static void registered(Wire.Reply reply) {
    assertEquals(200, reply.status(), reply.text());
    assertFalse(reply.at("user_handle").isEmpty());
  }

  private boolean hasPasskey(SignedIn user) throws Exception {
    return Wire.stackServer(world)
        .get("/users/" + user.userId())
        .json()
        .path("passkey_auth_enabled")
        .booleanValue();
  }

  private static void assertRefused(int status, String code, Wire.Reply reply) {
    assertEquals(status + " " + code, reply.status() + " " + reply.at("code"), reply.text());
  }

  /** The service fails where its library throws: no code, and nothing said but the request's id. */
  private static void assertFails(Wire.Reply reply) {
    assertRefused(500, "", reply);
    assertEquals(
        "Something went wrong. Please try again later. Request id: "
            + reply.header("x-stack-request-id").orElseThrow(),
        reply.text());
  }

  @Test
  void aPasskeySignsItsUserInWithoutAName() throws Exception {
    SignedIn ada = owner();
    assertTrue(hasPasskey(ada));

    JsonNode signedIn = LOCAL.signIn(client, authenticator).json();

    assertEquals(ada.userId(), signedIn.path("user_id").textValue());
    assertEquals(4, signedIn.size(), signedIn.toString());
    assertFalse(signedIn.path("is_new_user").booleanValue());
    Wire me = client.with("x-stack-access-token", signedIn.path("access_token").textValue());
    assertEquals(ada.userId(), me.get("/users/me").at("id"));
    assertEquals(200, LOCAL.signIn(client, authenticator).status(), "the counter went on");
  }

  @Test
  void theOptionsHaveAPlaceholderForTheDomain() throws Exception {
    SignedIn ada = SignedIn.up(world, EMAIL);

    JsonNode created = ada.wire().post("/auth/passkey/initiate-passkey-registration").json();
    JsonNode asked = client.post("/auth/passkey/initiate-passkey-authentication").json();

    JsonNode creation = created.path("options_json");
    assertEquals("THIS_VALUE_WILL_BE_REPLACED.example.com", creation.at("/rp/id").textValue());
    assertEquals("Keyway test project", creation.at("/rp/name").textValue());
    assertEquals(EMAIL, creation.at("/user/name").textValue());
    assertEquals(
        ada.userId(),
        new String(
            Base64.getUrlDecoder().decode(creation.at("/user/id").textValue()),
            StandardCharsets.UTF_8));
    assertEquals(
        List.of(-8, -7, -257),
        creation.path("pubKeyCredParams").findValues("alg").stream()
            .map(JsonNode::intValue)
            .toList());
    assertEquals(43, creation.path("challenge").textValue().length());
    assertEquals("none", creation.path("attestation").textValue());
    assertEquals("required", creation.at("/authenticatorSelection/residentKey").textValue());
    assertEquals(45, created.path("code").textValue().length());
    JsonNode request = asked.path("options_json");
    assertEquals("THIS_VALUE_WILL_BE_REPLACED.example.com", request.path("rpId").textValue());
    assertEquals(0, request.path("allowCredentials").size());
    assertEquals(60_000, request.path("timeout").intValue());
    assertNotEquals(
        creation.path("challenge"), request.path("challenge"), "every ceremony has its own");
  }

  @Test
  void someoneWithoutNameAndAddressIsShownAsAUser() throws Exception {
    JsonNode anonymous = client.post("/auth/anonymous/sign-up", "{}").json();
    Wire nobody =
        client
            .with("x-stack-access-token", anonymous.path("access_token").textValue())
            .with("x-stack-allow-anonymous-user", "true");

    JsonNode begun = nobody.post("/auth/passkey/initiate-passkey-registration").json();

    assertEquals("Stack Auth User", begun.at("/options_json/user/displayName").textValue());
  }

  @Test
  void aSecondPasskeyTakesThePlaceOfTheFirst() throws Exception {
    SignedIn ada = owner();
    VirtualAuthenticator other = VirtualAuthenticator.securityKey();
    registered(LOCAL.register(ada.wire(), other));

    assertRefused(400, "PASSKEY_AUTHENTICATION_FAILED", LOCAL.signIn(client, authenticator));
    assertEquals(200, LOCAL.signIn(client, other).status());
  }

  @Test
  void aMisbehavingRegistrationIsRefusedAndNothingIsKept() throws Exception {
    SignedIn ada = SignedIn.up(world, EMAIL);
    for (Misbehaviour way :
        List.of(
            Misbehaviour.wrongChallenge(),
            Misbehaviour.wrongType(),
            Misbehaviour.wrongRpId("example.org"),
            Misbehaviour.absentUser(),
            Misbehaviour.truncated())) {
      assertFails(LOCAL.register(ada.wire(), authenticator.misbehaving(way)));
    }
    Misbehaviour elsewhere = Misbehaviour.wrongOrigin("https://evil.example.com");
    assertRefused(
        400,
        "PASSKEY_REGISTRATION_FAILED",
        LOCAL.register(ada.wire(), authenticator.misbehaving(elsewhere)));
    assertFalse(hasPasskey(ada));
  }

  @Test
  void aMisbehavingSignInIsRefused() throws Exception {
    owner();
    // Twice, so that a counter one back is above the one of the registration.
    assertEquals(200, LOCAL.signIn(client, authenticator).status());
    assertEquals(200, LOCAL.signIn(client, authenticator).status());
    for (Misbehaviour way :
        List.of(
            // First: every use that is refused later moves the counter on, unseen by the server.
            Misbehaviour.counterGoingBack(),
            Misbehaviour.wrongChallenge(),
            Misbehaviour.wrongType(),
            Misbehaviour.wrongRpId("example.org"),
            Misbehaviour.absentUser(),
            Misbehaviour.truncated())) {
      assertFails(LOCAL.signIn(client, authenticator.misbehaving(way)));
    }
    for (Misbehaviour way :
        List.of(
            Misbehaviour.wrongOrigin("https://evil.example.com"),
            Misbehaviour.flippedSignatureBit(),
            Misbehaviour.anotherKey())) {
      assertRefused(
          400,
          "PASSKEY_AUTHENTICATION_FAILED",
          LOCAL.signIn(client, authenticator.misbehaving(way)));
    }
    assertEquals(200, LOCAL.signIn(client, authenticator).status());
  }

  @Test
  void anUntrustedPageIsToldSoEvenWhenTheChallengeIsWrongToo() throws Exception {
    owner();
    VirtualAuthenticator liar =
        authenticator
            .misbehaving(Misbehaviour.wrongChallenge())
            .misbehaving(Misbehaviour.wrongOrigin("https://evil.example.com"));

    assertRefused(400, "PASSKEY_AUTHENTICATION_FAILED", LOCAL.signIn(client, liar));
  }

  @Test
  void theRelyingPartyIsThePagesVeryHost() throws Exception {
    world
        .stackAuth()
        .configure(s -> s.allowLocalhost(false).trustedDomains("https://*.example.com"));
    SignedIn ada = SignedIn.up(world, EMAIL);
    PasskeyWire widened = new PasskeyWire("https://app.example.com", "example.com");
    PasskeyWire exact = new PasskeyWire("https://app.example.com", "app.example.com");

    assertFails(widened.register(ada.wire(), authenticator));
    assertRefused(400, "PASSKEY_REGISTRATION_FAILED", LOCAL.register(ada.wire(), authenticator));
    registered(exact.register(ada.wire(), authenticator));
    assertEquals(200, exact.signIn(client, authenticator).status());
  }

  @Test
  void aCodeLivesForSixtyFiveSeconds() throws Exception {
    SignedIn ada = owner();
    PasskeyWire.Begun registration = LOCAL.startRegistration(ada.wire());
    PasskeyWire.Begun signIn = LOCAL.startSignIn(client);
    String created = VirtualAuthenticator.platform().create(registration.options(), LOCAL.origin());
    String asserted = authenticator.get(signIn.options(), LOCAL.origin());
    world.clock().advance(Duration.ofSeconds(65));

    assertRefused(
        400,
        "VERIFICATION_CODE_EXPIRED",
        finishRegistration(ada.wire(), created, registration.code()));
    assertRefused(400, "VERIFICATION_CODE_EXPIRED", finishSignIn(client, asserted, signIn.code()));
  }

  @Test
  void aCodeWorksOnceAndIsBurntByFailureToo() throws Exception {
    SignedIn ada = SignedIn.up(world, EMAIL);
    PasskeyWire.Begun begun = LOCAL.startRegistration(ada.wire());
    String created = authenticator.create(begun.options(), LOCAL.origin());
    registered(finishRegistration(ada.wire(), created, begun.code()));
    assertRefused(
        409,
        "VERIFICATION_CODE_ALREADY_USED",
        finishRegistration(ada.wire(), created, begun.code()));

    PasskeyWire.Begun signIn = LOCAL.startSignIn(client);
    String asserted = authenticator.get(signIn.options(), LOCAL.origin());
    assertFails(finishSignIn(client, asserted.replace("public-key", "pub"), signIn.code()));
    assertRefused(
        409, "VERIFICATION_CODE_ALREADY_USED", finishSignIn(client, asserted, signIn.code()));
  }

  @Test
  void anAnswerToOneChallengeDoesNotFitAnotherCode() throws Exception {
    owner();
    PasskeyWire.Begun first = LOCAL.startSignIn(client);
    PasskeyWire.Begun second = LOCAL.startSignIn(client);
    String response = authenticator.get(first.options(), LOCAL.origin());

    assertFails(finishSignIn(client, response, second.code()));
    assertEquals(200, finishSignIn(client, response, first.code()).status());
  }

  @Test
  void aCodeOfTheOtherCeremonyOrOfNoneIsNotFound() throws Exception {
    SignedIn ada = owner();
    PasskeyWire.Begun registration = LOCAL.startRegistration(ada.wire());
    PasskeyWire.Begun signIn = LOCAL.startSignIn(client);

    for (String code : List.of(registration.code(), "short", "", "0".repeat(45))) {
      assertRefused(404, "VERIFICATION_CODE_NOT_FOUND", finishSignIn(client, "{}", code));
    }
    assertRefused(
        404, "VERIFICATION_CODE_NOT_FOUND", finishRegistration(ada.wire(), "{}", signIn.code()));
  }

  @Test
  void nothingWorksWhileThePasskeysAreSwitchedOff() throws Exception {
    SignedIn ada = owner();
    PasskeyWire.Begun registration = LOCAL.startRegistration(ada.wire());
    PasskeyWire.Begun signIn = LOCAL.startSignIn(client);
    String asserted = authenticator.get(signIn.options(), LOCAL.origin());
    world.stackAuth().configure(settings -> settings.passkeyEnabled(false));

    String off = "PASSKEY_AUTHENTICATION_NOT_ENABLED";
    assertRefused(400, off, ada.wire().post("/auth/passkey/initiate-passkey-registration"));
    assertRefused(400, off, client.post("/auth/passkey/initiate-passkey-authentication"));
    assertRefused(400, off, finishRegistration(ada.wire(), "{}", registration.code()));
    assertRefused(400, off, finishSignIn(client, asserted, signIn.code()));
    world.stackAuth().configure(settings -> settings.passkeyEnabled(true));
    assertRefused(
        409, "VERIFICATION_CODE_ALREADY_USED", finishSignIn(client, asserted, signIn.code()));
  }

  @Test
  void aRegistrationNeedsSomebodySignedIn() throws Exception {
    SignedIn ada = SignedIn.up(world, EMAIL);
    assertRefused(400, "SCHEMA_ERROR", client.post("/auth/passkey/initiate-passkey-registration"));
    PasskeyWire.Begun begun = LOCAL.startRegistration(ada.wire());
    String created = authenticator.create(begun.options(), LOCAL.origin());

    assertFails(finishRegistration(client, created, begun.code()));
    assertFalse(hasPasskey(ada));
  }

  @Test
  void thePasskeyIsForWhoIsSignedInWhoeverBegan() throws Exception {
    SignedIn ada = SignedIn.up(world, EMAIL);
    SignedIn bob = SignedIn.up(world, "bob@example.com");
    PasskeyWire.Begun begun = LOCAL.startRegistration(ada.wire());
    registered(
        finishRegistration(
            bob.wire(), authenticator.create(begun.options(), LOCAL.origin()), begun.code()));

    assertFalse(hasPasskey(ada));
    assertEquals(bob.userId(), LOCAL.signIn(client, authenticator).at("user_id"));
  }

  @Test
  void aCredentialOfAnotherUserIsNotTakenOver() throws Exception {
    SignedIn ada = SignedIn.up(world, EMAIL);
    SignedIn eve = SignedIn.up(world, "eve@example.com");
    PasskeyWire.Begun adas = LOCAL.startRegistration(ada.wire());
    String created = authenticator.create(adas.options(), LOCAL.origin());
    registered(finishRegistration(ada.wire(), created, adas.code()));

    // Without attestation nothing is signed: who saw the answer can fit it to a new challenge.
    PasskeyWire.Begun eves = LOCAL.startRegistration(eve.wire());
    String forged = answering(created, Json.read(eves.options()).path("challenge").textValue());

    assertRefused(
        400, "PASSKEY_REGISTRATION_FAILED", finishRegistration(eve.wire(), forged, eves.code()));
    assertEquals(ada.userId(), LOCAL.signIn(client, authenticator).at("user_id"));
  }

  private static String answering(String credential, String challenge) throws Exception {
    ObjectNode tree = Json.read(credential).deepCopy();
    ObjectNode response = (ObjectNode) tree.path("response");
    byte[] decoded = Base64.getUrlDecoder().decode(response.path("clientDataJSON").textValue());
    ObjectNode clientData = Json.read(new String(decoded, StandardCharsets.UTF_8)).deepCopy();
    byte[] changed =
        Json.write(clientData.put("challenge", challenge)).getBytes(StandardCharsets.UTF_8);
    response.put("clientDataJSON", Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
    return Json.write(tree);
  }

  @Test
  void aPasskeyOfAnotherWorldSignsNobodyIn() throws Exception {
    World elsewhere = emulator.newWorld();
    elsewhere.stackAuth().configure(settings -> settings.passkeyEnabled(true));
    owner();
    Wire foreign = Wire.stackClient(elsewhere);

    assertRefused(400, "PASSKEY_AUTHENTICATION_FAILED", LOCAL.signIn(foreign, authenticator));
    PasskeyWire.Begun here = LOCAL.startSignIn(client);
    String response = authenticator.get(here.options(), LOCAL.origin());
    assertRefused(404, "VERIFICATION_CODE_NOT_FOUND", finishSignIn(foreign, response, here.code()));
    elsewhere.close();
  }

  @Test
  void aPasskeyThatWasSwitchedOffSignsNobodyIn() throws Exception {
    SignedIn ada = owner();
    Wire.Reply patched =
        ada.wire()
            .with("content-type", "application/json")
            .send("PATCH", "/users/me", "{\"passkey_auth_enabled\":false}");

    assertFalse(patched.json().path("passkey_auth_enabled").booleanValue());
    assertRefused(400, "PASSKEY_AUTHENTICATION_FAILED", LOCAL.signIn(client, authenticator));
    assertEquals(
        400,
        ada.wire()
            .with("content-type", "application/json")
            .send("PATCH", "/users/me", "{\"passkey_auth_enabled\":true}")
            .status());
    registered(LOCAL.register(ada.wire(), authenticator));
  }

  @Test
  void aPasskeyGoesWithItsUser() throws Exception {
    SignedIn ada = owner();
    assertEquals(
        200, Wire.stackServer(world).send("DELETE", "/users/" + ada.userId(), "").status());
    assertRefused(400, "PASSKEY_AUTHENTICATION_FAILED", LOCAL.signIn(client, authenticator));
  }

  @Test
  void aSecondFactorIsStillAskedFor() throws Exception {
    SignedIn ada = owner();
    ada.wire()
        .with("content-type", "application/json")
        .send("PATCH", "/users/me", "{\"totp_secret_base64\":\"MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=\"}");

    Wire.Reply stopped = LOCAL.signIn(client, authenticator);

    assertRefused(400, "MULTI_FACTOR_AUTHENTICATION_REQUIRED", stopped);
    assertFalse(stopped.json().has("access_token"));
    assertEquals(45, stopped.json().at("/details/attempt_code").textValue().length());
  }

  @Test
  void whatIsNoCredentialIsRefused() throws Exception {
    SignedIn ada = owner();
    for (String junk : List.of("{}", "[]", "1", "\"x\"", "{\"id\":1}", "{\"id\":\"AAAA\"}")) {
      assertRefused(
          400,
          "PASSKEY_AUTHENTICATION_FAILED",
          finishSignIn(client, junk, LOCAL.startSignIn(client).code()));
      assertFails(finishRegistration(ada.wire(), junk, LOCAL.startRegistration(ada.wire()).code()));
    }
    assertRefused(
        400,
        "SCHEMA_ERROR",
        client.post("/auth/passkey/sign-in", "{\"authentication_response\":{}}"));
    assertRefused(
        400, "SCHEMA_ERROR", finishSignIn(client, "null", LOCAL.startSignIn(client).code()));
  }
}
