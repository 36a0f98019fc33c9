package dev.keyway.emulator.internal.stytch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stytch.rules.Sandbox;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class StytchApiTest {
  private static final String ADA =
      "{\"email\":\"ada@example.com\",\"password\":\"correct horse battery\"%s}";
  private static final String UNKNOWN = "59cnLELtq5cFVS6uYK9f-pAWzBkhqZl8AvLhbhOvKNWw";
  private static final String HOUR = ",\"session_duration_minutes\":60";

  private final World world;
  private final Wire wire;

  StytchApiTest(World world) {
    this.world = world;
    this.wire = Wire.stytch(world);
  }

  private Wire.Reply create(String more) throws Exception {
    return wire.post("/v1/passwords", ADA.formatted(more));
  }

  private Wire.Reply authenticate(String more) throws Exception {
    return wire.post("/v1/passwords/authenticate", ADA.formatted(more));
  }

  @Test
  void withoutADurationThereIsNoSession() throws Exception {
    JsonNode created = create("").json();

    assertEquals("", created.path("session_token").textValue());
    assertEquals("", created.path("session_jwt").textValue());
    assertTrue(created.path("session").isNull());
    assertTrue(created.path("email_id").textValue().startsWith("email-test-"));
    assertFalse(created.at("/user/emails/0/verified").booleanValue());
  }

  @Test
  void aSessionOutlivesItsJwtAndEndsWithItsDuration() throws Exception {
    String jwt = create(HOUR).at("session_jwt");
    String body = "{\"session_jwt\":\"" + jwt + "\"}";
    world.clock().advance(Duration.ofMinutes(6));

    Wire.Reply alive = wire.post("/v1/sessions/authenticate", body);
    assertEquals(200, alive.status());
    assertNotEquals(jwt, alive.at("session_jwt"));
    assertEquals(1, alive.json().at("/session/authentication_factors").size());

    world.clock().advance(Duration.ofMinutes(54));
    Wire.Reply dead = wire.post("/v1/sessions/authenticate", body);
    assertEquals(404, dead.status());
    assertEquals("session_not_found", dead.at("error_type"));
  }

  @Test
  void aDurationMovesTheEndOfASessionFromNow() throws Exception {
    String token = create(HOUR).at("session_token");
    world.clock().advance(Duration.ofMinutes(50));
    wire.post(
        "/v1/sessions/authenticate",
        "{\"session_token\":\"" + token + "\",\"session_duration_minutes\":30}");
    world.clock().advance(Duration.ofMinutes(29));

    assertEquals(
        200,
        wire.post("/v1/sessions/authenticate", "{\"session_token\":\"" + token + "\"}").status());
  }

  @Test
  void theSameFactorProvedTwiceIsOneFactor() throws Exception {
    String token = create(HOUR).at("session_token");

    Wire.Reply again = authenticate(",\"session_token\":\"" + token + "\"");

    assertEquals(token, again.at("session_token"));
    assertEquals(1, again.json().at("/session/authentication_factors").size());
  }

  @Test
  void customClaimsMergeAndReservedOnesAreIgnored() throws Exception {
    String claims =
        HOUR + ",\"session_custom_claims\":{\"plan\":\"pro\",\"old\":1,\"sub\":\"evil\"}";
    String token = create(claims).at("session_token");

    JsonNode session =
        wire.post(
                "/v1/sessions/authenticate",
                "{\"session_token\":\""
                    + token
                    + "\",\"session_custom_claims\":{\"old\":null,\"new\":2}}")
            .json()
            .at("/session/custom_claims");

    assertEquals("{\"plan\":\"pro\",\"new\":2}", session.toString());
  }

  @Test
  void aSessionJwtSaysWhatTheSdksCheck() throws Exception {
    Wire.Reply created = create(HOUR);
    JWSObject jwt = JWSObject.parse(created.at("session_jwt"));
    JsonNode claims = Json.read(jwt.getPayload().toString());

    assertEquals("JWT", jwt.getHeader().getType().getType());
    assertEquals("RS256", jwt.getHeader().getAlgorithm().getName());
    assertEquals("stytch.com/" + world.stytch().projectId(), claims.path("iss").textValue());
    assertEquals(world.stytch().projectId(), claims.path("aud").path(0).textValue());
    assertEquals(created.at("user_id"), claims.path("sub").textValue());
    assertEquals(300, claims.path("exp").longValue() - claims.path("iat").longValue());
    JsonNode session = claims.path("https://stytch.com/session");
    assertTrue(session.path("expires_at").textValue().matches("[0-9T:-]{19}Z"), "whole seconds");
    assertEquals("stytch_user", session.path("roles").path(0).textValue());

    JsonNode key =
        Wire.to(world.stytch().baseUrl())
            .get("/v1/sessions/jwks/" + world.stytch().projectId())
            .json()
            .path("keys")
            .path(0);
    assertEquals(jwt.getHeader().getKeyID(), key.path("kid").textValue());
    assertEquals(9, key.size());
  }

  @Test
  void everyAnswerHasItsEnvelopeAndErrorsTheirUrl() throws Exception {
    Wire.Reply reply = authenticate("");

    assertEquals(404, reply.status());
    assertEquals(404, reply.json().path("status_code").intValue());
    assertTrue(reply.at("request_id").startsWith("request-id-test-"));
    assertEquals("https://stytch.com/docs/api/errors/404#email_not_found", reply.at("error_url"));
  }

  @Test
  void whatIsWrongWithAPasswordIsTold() throws Exception {
    assertEquals(
        "weak_password",
        wire.post("/v1/passwords", "{\"email\":\"a@example.com\",\"password\":\"password\"}")
            .at("error_type"));
    assertEquals(
        "invalid_email",
        wire.post("/v1/passwords", "{\"email\":\"nobody\",\"password\":\"correct horse battery\"}")
            .at("error_type"));
    create("");
    assertEquals("duplicate_email", create("").at("error_type"));
    world.stytch().configure(settings -> settings.breachedPasswords("correct horse battery"));
    assertEquals("reset_password", authenticate("").at("error_type"));
  }

  @Test
  void tooManyWrongPasswordsLockTheUserForAWhile() throws Exception {
    create("");
    String wrong = "{\"email\":\"ada@example.com\",\"password\":\"wrong\"}";
    for (int i = 0; i < 10; i++) {
      assertEquals(
          "unauthorized_credentials",
          wire.post("/v1/passwords/authenticate", wrong).at("error_type"));
    }
    assertEquals("user_lock_limit_reached", authenticate("").at("error_type"));

    world.clock().advance(Duration.ofHours(1));
    Wire.Reply unlocked = authenticate("");
    assertEquals(200, unlocked.status());
    assertFalse(unlocked.json().at("/user/is_locked").booleanValue());
  }

  @Test
  void sessionArgumentsAreCheckedBeforeTheEvidence() throws Exception {
    assertEquals(
        "too_many_session_arguments",
        authenticate(",\"session_token\":\"a\",\"session_jwt\":\"b\"").at("error_type"));
    assertEquals(
        "invalid_session_duration_minutes",
        authenticate(",\"session_duration_minutes\":4").at("error_type"));
    assertEquals(
        "unable_to_parse_session_jwt", authenticate(",\"session_jwt\":\"b\"").at("error_type"));
    assertEquals(
        "no_session_arguments", wire.post("/v1/sessions/authenticate", "{}").at("error_type"));
  }

  @Test
  void malformedRequestsAreBadOnes() throws Exception {
    assertEquals("bad_request", wire.post("/v1/passwords", "{\"email\":").at("error_type"));
    assertEquals("bad_request", wire.post("/v1/passwords", "[]").at("error_type"));
    assertEquals("bad_request", wire.post("/v1/passwords", "{\"email\":7}").at("error_type"));
    assertEquals(
        "bad_request",
        wire.with("content-type", "application/json; charset=utf-8")
            .send("POST", "/v1/passwords", ADA.formatted(""))
            .at("error_type"));
    assertEquals("route_not_found", wire.get("/v1/nowhere").at("error_type"));
    assertEquals("method_not_allowed", wire.get("/v1/passwords").at("error_type"));
  }

  @Test
  void metadataHaveLimits() throws Exception {
    String long5k = "x".repeat(5_000);

    assertEquals(
        "metadata_too_large",
        create(",\"trusted_metadata\":{\"a\":\"" + long5k + "\"}").at("error_type"));
    assertEquals("metadata_invalid_format", create(",\"untrusted_metadata\":[]").at("error_type"));
    assertEquals(200, create(",\"untrusted_metadata\":{\"a\":1}").status());
  }

  @Test
  void aUserIsReadByIdWithItsFieldsInTheBody() throws Exception {
    String userId = create(",\"name\":{\"first_name\":\"Ada\"}").at("user_id");

    JsonNode user = wire.get("/v1/users/" + userId).json();

    assertEquals(userId, user.path("user_id").textValue());
    assertEquals("Ada", user.at("/name/first_name").textValue());
    assertEquals("", user.at("/name/last_name").textValue());
    assertEquals("invalid_user_id", wire.get("/v1/users/user-test-nobody").at("error_type"));
    assertEquals("user_not_found", wire.get("/v1/users/" + Sandbox.USER_ID).at("error_type"));
  }

  @Test
  void sandboxValuesWorkAndChangeNothing() throws Exception {
    String sandbox = "{\"email\":\"sandbox@stytch.com\",\"password\":\"any\"}";

    assertEquals(200, wire.post("/v1/passwords", sandbox).status());
    assertEquals(Sandbox.USER_ID, wire.post("/v1/passwords/authenticate", sandbox).at("user_id"));
    assertEquals(
        Sandbox.SESSION_ID,
        wire.post("/v1/sessions/authenticate", "{\"session_token\":\"" + Sandbox.SESSION + "\"}")
            .json()
            .at("/session/session_id")
            .textValue());
    assertEquals(
        "session_not_found",
        wire.post("/v1/sessions/authenticate", "{\"session_token\":\"" + UNKNOWN + "\"}")
            .at("error_type"));
  }
}
