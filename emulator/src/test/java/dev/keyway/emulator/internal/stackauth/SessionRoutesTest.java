package dev.keyway.emulator.internal.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.LedgerEntry;
import dev.keyway.emulator.LogLines;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmulatorExtension.class)
class SessionRoutesTest {
  private static final String ADA = "ada@example.com";
  private static final String GONE = "REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED";

  private final World world;
  private final Wire server;

  SessionRoutesTest(World world) {
    this.world = world;
    this.server = Wire.stackServer(world);
  }

  private Wire.Reply create(String userId, String more) throws Exception {
    return server.post("/auth/sessions", "{\"user_id\":\"%s\"%s}".formatted(userId, more));
  }

  private static String currentSession(SignedIn user) throws Exception {
    for (JsonNode item : user.wire().get("/auth/sessions?user_id=me").json().path("items")) {
      if (item.path("is_current_session").booleanValue()) {
        return item.path("id").asText();
      }
    }
    return "";
  }

  @Test
  void onlyServersMakeSessions() throws Exception {
    SignedIn ada = SignedIn.up(world, ADA);

    JsonNode refused = ada.wire().post("/auth/sessions", "{\"user_id\":\"me\"}").json();

    assertEquals("INSUFFICIENT_ACCESS_TYPE", refused.path("code").asText());
    assertEquals("[\"server\",\"admin\"]", refused.at("/details/allowed_access_types").toString());
  }

  @Test
  void aSessionNeedsAUserAndAnEndInReach() throws Exception {
    String nobody = "5b3f0d0e-9c3f-4c53-9e2e-0a1f6f1d8a10";

    JsonNode unknown = create(nobody, "").json();
    assertEquals("USER_ID_DOES_NOT_EXIST", unknown.path("code").asText());
    assertEquals(nobody, unknown.at("/details/user_id").asText());
    assertTrue(
        create(nobody, ",\"expires_in_millis\":31708800001")
            .at("error")
            .contains("body.expires_in_millis must be less than or equal to 31708800000"));
    assertEquals("CANNOT_GET_OWN_USER_WITHOUT_USER", create("me", "").at("code"));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void anEndThatIsOverIsTheServicesOwnFailure(long millis) throws Exception {
    SignedIn ada = SignedIn.up(world, ADA);
    try (LogLines log = LogLines.of("dev.keyway.emulator.stackauth")) {
      Wire.Reply reply = create(ada.userId(), ",\"expires_in_millis\":" + millis);

      assertEquals(500, reply.status());
      String id = reply.header("x-stack-request-id").orElseThrow();
      assertTrue(reply.text().startsWith("Something went wrong"), reply.text());
      assertTrue(reply.text().contains(id), reply.text());
      LedgerEntry entry = world.ledger().entries("stackauth.session.create").get(0);
      assertEquals(id, entry.requestId());
      assertEquals("expires_in_millis is not above 0.", entry.cause());
      assertEquals(List.of(), log.lines());
    }
  }

  @Test
  void thatFailureIsDeclared() throws Exception {
    JsonNode document =
        Wire.to(world.stackAuth().baseUrl()).get("/_emulator/openapi/stack-auth.json").json();
    assertTrue(
        document
            .path("paths")
            .path("/api/v1/auth/sessions")
            .at("/post/responses/500/description")
            .asText()
            .contains("expires_in_millis"),
        document::toString);
  }

  @Test
  void aMadeSessionLivesAsLongAsItsMakerSaid() throws Exception {
    SignedIn ada = SignedIn.up(world, ADA);
    Wire.Reply made = create(ada.userId(), ",\"expires_in_millis\":60000");
    SignedIn brief = new SignedIn(ada.userId(), "", made.at("refresh_token"), ada.wire());

    assertEquals(2, made.json().size());
    assertEquals("", brief.refreshError(world));
    world.clock().advance(Duration.ofMinutes(1));
    assertEquals(GONE, brief.refreshError(world));
  }

  @Test
  void listingNeedsAUserIdAndClientsSeeTheirOwnOnly() throws Exception {
    SignedIn ada = SignedIn.up(world, ADA);
    SignedIn bob = SignedIn.up(world, "bob@example.com");
    Wire client = Wire.stackClient(world);

    assertTrue(
        ada.wire().get("/auth/sessions").at("error").endsWith("query.user_id must be defined"));
    assertEquals(
        "CANNOT_GET_OWN_USER_WITHOUT_USER",
        client.get("/auth/sessions?user_id=" + ada.userId()).at("code"));
    Wire.Reply others = ada.wire().get("/auth/sessions?user_id=" + bob.userId());
    assertEquals(403, others.status());
    assertEquals("Client can only list sessions for their own user.", others.text());
  }

  @Test
  void sessionsAreListedNewestFirstWithTheCurrentOneMarked() throws Exception {
    world.clock().freeze();
    SignedIn first = SignedIn.up(world, ADA);
    world.clock().advance(Duration.ofSeconds(5));
    SignedIn second = SignedIn.in(world, ADA, SignedIn.PASSWORD);
    create(first.userId(), ",\"is_impersonation\":true");

    JsonNode list = first.wire().get("/auth/sessions?user_id=me").json();

    assertFalse(list.path("is_paginated").booleanValue());
    JsonNode items = list.path("items");
    assertEquals(2, items.size());
    assertEquals(currentSession(second), items.get(0).path("id").asText());
    assertFalse(items.get(0).path("is_current_session").booleanValue());
    assertTrue(items.get(1).path("is_current_session").booleanValue());
    assertEquals(
        5000, items.get(0).path("created_at").asLong() - items.get(1).path("created_at").asLong());
    assertFalse(items.get(0).has("last_used_at_end_user_ip_info"));
  }

  @Test
  void onlyAdministratorsSeeImpersonations() throws Exception {
    SignedIn ada = SignedIn.up(world, ADA);
    create(ada.userId(), ",\"is_impersonation\":true");
    String path = "/auth/sessions?user_id=" + ada.userId();
    Wire admin =
        server
            .with("x-stack-access-type", "admin")
            .with("x-stack-super-secret-admin-key", world.stackAuth().superSecretAdminKey());

    assertEquals(1, server.get(path).json().path("items").size());
    assertEquals(2, admin.get(path).json().path("items").size());
  }

  @Test
  void aClientDeletesItsOtherSessionsOnly() throws Exception {
    SignedIn ada = SignedIn.up(world, ADA);
    SignedIn phone = SignedIn.in(world, ADA, SignedIn.PASSWORD);
    SignedIn bob = SignedIn.up(world, "bob@example.com");
    String path = "/auth/sessions/%s?user_id=me";
    String current = path.formatted(currentSession(ada));

    assertEquals(
        "Session not found.",
        ada.wire().send("DELETE", path.formatted(currentSession(bob)), "").text());
    assertEquals(
        "CANNOT_DELETE_CURRENT_SESSION", ada.wire().send("DELETE", current, "").at("code"));
    assertEquals("", ada.refreshError(world));
    assertTrue(
        ada.wire()
            .send("DELETE", "/auth/sessions/" + currentSession(phone), "")
            .at("error")
            .endsWith("query.user_id must be defined"));

    String other = path.formatted(currentSession(phone));
    assertEquals("{\"success\":true}", ada.wire().send("DELETE", other, "").text());
    assertEquals(GONE, phone.refreshError(world));
    assertEquals(404, ada.wire().send("DELETE", other, "").status());
  }

  @Test
  void signingOutEndsTheSessionOfTheAccessTokenOnce() throws Exception {
    SignedIn ada = SignedIn.up(world, ADA);
    SignedIn phone = SignedIn.in(world, ADA, SignedIn.PASSWORD);

    assertEquals(200, ada.wire().send("DELETE", "/auth/sessions/current", "").status());

    assertEquals(GONE, ada.refreshError(world));
    assertEquals("", phone.refreshError(world));
    assertEquals(GONE, ada.wire().send("DELETE", "/auth/sessions/current", "").at("code"));
    assertEquals(200, ada.wire().get("/users/me").status(), "the access token outlives it");
  }

  @Test
  void signingOutWithoutAccessTokenSaysItExpired() throws Exception {
    JsonNode refused = Wire.stackClient(world).send("DELETE", "/auth/sessions/current", "").json();

    assertEquals("ACCESS_TOKEN_EXPIRED", refused.path("code").asText());
    assertEquals(4, refused.path("details").size());
    refused.path("details").forEach(detail -> assertTrue(detail.isNull(), refused.toString()));
  }
}
