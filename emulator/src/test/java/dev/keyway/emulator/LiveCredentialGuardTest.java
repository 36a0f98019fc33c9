package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import dev.keyway.emulator.internal.json.Json;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveCredentialGuardTest {
  private static final String LIVE_PROJECT = "project-live-6c20cd16-73d5-44f7-852c-9a7e7b2ccf62";
  private static final String ADA =
      "{\"email\":\"ada@example.com\",\"password\":\"correct horse battery\"";
  private static final String LIVE_SECRET = "secret-live-do-not-keep-this";

  private final AuthEmulator emulator = AuthEmulator.start();
  private final World world = emulator.newWorld();

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void aLiveProjectIsRefusedPlainlyAndCounted() throws Exception {
    Wire.Reply reply =
        Wire.to(emulator.baseUrl()).basic(LIVE_PROJECT, LIVE_SECRET).get("/v1/users/x");

    assertEquals(400, reply.status());
    assertEquals("live_id_used_in_test_environment", reply.at("error_type"));
    assertTrue(reply.at("error_message").contains("This is an emulator"), reply.text());
    List<LedgerEntry> unmatched = emulator.unmatchedRequests().entries();
    assertEquals(1, unmatched.size());
    assertEquals("live_id_used_in_test_environment", unmatched.get(0).errorCode());
    assertFalse(unmatched.toString().contains(LIVE_SECRET), unmatched.toString());
    assertFalse(reply.text().contains(LIVE_SECRET), reply.text());
  }

  @Test
  void aLiveSecretIsRefusedEvenForAKnownProject() throws Exception {
    Wire.Reply reply =
        Wire.to(emulator.baseUrl())
            .basic(world.stytch().projectId(), LIVE_SECRET)
            .post("/v1/users", "{\"email\":\"ada@example.com\"}");

    assertEquals("live_id_used_in_test_environment", reply.at("error_type"));
    assertEquals(List.of(), world.ledger().entries());
    assertEquals(1, emulator.unmatchedRequests().entries().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/public/oauth/google/start?public_token=public-token-live-1",
        "/v1/sessions/jwks/" + LIVE_PROJECT,
        "/v1/no/such/path?public_token=public-token-live-1"
      })
  void aLiveIdInAnAddressIsRefused(String path) throws Exception {
    assertEquals(
        "live_id_used_in_test_environment", Wire.to(emulator.baseUrl()).get(path).at("error_type"));
    assertEquals(1, emulator.unmatchedRequests().entries().size());
  }

  @Test
  void aRealStackAuthProjectIsUnknownHereAndCounted() throws Exception {
    Wire.Reply reply =
        Wire.stackServer(world)
            .with("x-stack-project-id", "0b6f7c9e-2b0e-4c64-9a53-4b1d2a7c0f11")
            .with("x-stack-secret-server-key", "ssk_do-not-keep-this")
            .get("/users");

    assertEquals(400, reply.status());
    assertEquals("CURRENT_PROJECT_NOT_FOUND", reply.at("code"));
    assertTrue(reply.at("error").contains("keys of a real project do not belong here"));
    assertEquals(1, emulator.unmatchedRequests().entries().size());
    assertFalse(emulator.unmatchedRequests().entries().toString().contains("do-not-keep-this"));
  }

  @Test
  void everyEmulatedProjectIsMarked() {
    assertTrue(world.stackAuth().projectId().startsWith("6b657977-6179-4"));
    assertTrue(world.stytch().projectId().startsWith("project-test-6b657977-6179-4"));
    assertTrue(world.stackAuth().issuer().contains("/projects/6b657977-6179-4"));
  }

  @Test
  void everyTokenNamesTheMarkedProjectAsIssuerAndAudience() throws Exception {
    JsonNode stytch =
        claims(
            Wire.stytch(world)
                .post("/v1/passwords", ADA + ",\"session_duration_minutes\":60}")
                .at("session_jwt"));
    JsonNode stack =
        claims(
            Wire.stackClient(world).post("/auth/password/sign-up", ADA + "}").at("access_token"));

    assertEquals("stytch.com/" + world.stytch().projectId(), stytch.path("iss").textValue());
    assertEquals(world.stytch().projectId(), stytch.at("/aud/0").textValue());
    assertEquals(world.stackAuth().issuer(), stack.path("iss").textValue());
    assertEquals(world.stackAuth().projectId(), stack.path("aud").textValue());
  }

  private static JsonNode claims(String jwt) throws Exception {
    return Json.read(JWSObject.parse(jwt).getPayload().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.stack-auth.com",
        "https://STACK-AUTH.com",
        "https://test.stytch.com/",
        "https://api.stytch.com.",
        "https://api.hexclave.com"
      })
  void theIssuerIsNeverTheRealService(String url) {
    AuthEmulator.Builder builder = AuthEmulator.builder();
    assertThrows(IllegalArgumentException.class, () -> builder.publicUrl(URI.create(url)));
  }

  @Test
  void anAddressThatOnlyLooksLikeTheRealServiceIsFine() {
    AuthEmulator.builder().publicUrl(URI.create("https://notstytch.com"));
    AuthEmulator.builder().publicUrl(URI.create("https://stytch.com.example.org"));
  }
}
