package dev.keyway.emulator.internal.stytch;

import static dev.keyway.emulator.internal.stytch.StytchClient.EMAIL;
import static dev.keyway.emulator.internal.stytch.StytchClient.assertRefused;
import static dev.keyway.emulator.internal.stytch.StytchClient.body;
import static dev.keyway.emulator.internal.stytch.StytchClient.succeed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.emulator.stytch.PolicyResource;
import dev.keyway.emulator.stytch.PolicyScope;
import dev.keyway.emulator.stytch.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The access policy of a project, and sessions that are checked against it. */
@ExtendWith(EmulatorExtension.class)
class AccessPolicyTest {
  private static final String AUTHENTICATE = "/v1/sessions/authenticate";

  private final World world;
  private final StytchClient stytch;

  AccessPolicyTest(World world) {
    this.world = world;
    this.stytch = new StytchClient(world);
    world
        .stytch()
        .configure(
            settings ->
                settings
                    .roles(
                        new Role("stytch_user", "All", Map.of("files", List.of("read"))),
                        new Role("editor", "Some", Map.of("files", List.of("read", "write"))),
                        new Role("owner", "One", Map.of("files", List.of("*"))))
                    .resources(new PolicyResource("files", "Stored", List.of("read", "write")))
                    .scopes(
                        new PolicyScope("see:bills", "Look", Map.of("bills", List.of("read")))));
  }

  private JsonNode check(String token, String resource, String action) throws Exception {
    return succeed(
        stytch.post(
            AUTHENTICATE,
            "session_token",
            token,
            "authorization_check",
            body("resource_id", resource, "action", action)));
  }

  @Test
  void thePolicyNamesRolesResourcesAndScopes() throws Exception {
    JsonNode policy = succeed(stytch.get("/v1/rbac/policy")).path("policy");

    assertEquals(3, policy.path("roles").size());
    assertEquals("editor", policy.at("/roles/1/role_id").textValue());
    assertEquals("files", policy.at("/roles/1/permissions/0/resource_id").textValue());
    assertEquals(2, policy.at("/roles/1/permissions/0/actions").size());
    assertEquals("Stored", policy.at("/resources/0/description").textValue());
    assertEquals("bills", policy.at("/resources/1/resource_id").textValue());
    assertEquals(2, policy.path("resources").size());
    assertEquals("see:bills", policy.at("/scopes/0/scope").textValue());
    assertEquals("bills", policy.at("/scopes/0/permissions/0/resource_id").textValue());
  }

  @Test
  void aSessionMayWhatOneOfItsRolesMay() throws Exception {
    JsonNode ada = stytch.signUp();
    String token = ada.path("session_token").textValue();

    JsonNode plain = check(token, "files", "read");
    assertTrue(plain.at("/verdict/authorized").booleanValue());
    assertEquals("[\"stytch_user\"]", plain.at("/verdict/granting_roles").toString());
    ObjectNode write = body("resource_id", "files", "action", "write");
    assertRefused(
        403,
        "consumer_session_authorization_error",
        stytch.post(AUTHENTICATE, "session_token", token, "authorization_check", write));

    succeed(
        stytch.put(
            "/v1/users/" + ada.path("user_id").textValue(),
            "roles",
            Json.array().add("editor").add("owner")));

    JsonNode granted = check(token, "files", "write");
    assertEquals("[\"editor\",\"owner\"]", granted.at("/verdict/granting_roles").toString());
    assertEquals("[\"stytch_user\",\"editor\",\"owner\"]", granted.at("/session/roles").toString());
    assertEquals(granted.at("/session/roles"), granted.at("/user/roles"));
    assertEquals(
        "[\"owner\"]", check(token, "files", "burn").at("/verdict/granting_roles").toString());
  }

  @Test
  void withoutACheckThereIsNoVerdict() throws Exception {
    String token = stytch.signUp().path("session_token").textValue();

    JsonNode in = succeed(stytch.post(AUTHENTICATE, "session_token", token));

    assertTrue(in.has("verdict") && in.path("verdict").isNull());
  }

  @Test
  void aFailedCheckChangesNothingOfTheSession() throws Exception {
    JsonNode ada = stytch.signUp();
    String token = ada.path("session_token").textValue();

    stytch.post(
        AUTHENTICATE,
        "session_token",
        token,
        "session_duration_minutes",
        500,
        "authorization_check",
        body("resource_id", "files", "action", "burn"));

    assertEquals(
        ada.at("/session/expires_at"),
        succeed(stytch.post(AUTHENTICATE, "session_token", token)).at("/session/expires_at"));
  }

  @Test
  void whatIsOutOfFormIsRefused() throws Exception {
    String token = stytch.signUp().path("session_token").textValue();
    List<JsonNode> checks =
        List.of(
            body(),
            body("resource_id", "files"),
            body("action", "read"),
            body("resource_id", 7, "action", "read"),
            body("resource_id", "files", "action", Json.array()),
            Json.array());
    for (JsonNode check : checks) {
      assertRefused(
          400,
          "bad_request",
          stytch.post(AUTHENTICATE, "session_token", token, "authorization_check", check));
    }
    assertRefused(
        400,
        "invalid_rbac_role_assignment",
        stytch.post("/v1/users", "email", EMAIL, "roles", Json.array().add("emperor")));
    assertRefused(
        401, "unauthorized_credentials", stytch.withSecret("secret-test-x").get("/v1/rbac/policy"));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            world
                .stytch()
                .configure(s -> s.resources(new PolicyResource("stytch.user", "", List.of()))));
  }
}
