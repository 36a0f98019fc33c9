package dev.keyway.emulator.internal.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldSpec;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProjectAdminRoutesTest {
  private static final String PASSWORD = "\"password\":\"correct horse battery\"}";
  private static final String ALL_KEYS =
      """
      {"description":"ci","expires_at_millis":4102444800000,"has_publishable_client_key":true,
       "has_secret_server_key":true,"has_super_secret_admin_key":true}""";

  private final AuthEmulator emulator = AuthEmulator.start();
  private final Wire internal =
      Wire.to(URI.create(emulator.baseUrl() + "/api/v1"))
          .with("x-stack-access-type", "client")
          .with("x-stack-project-id", "internal")
          .with(
              "x-stack-publishable-client-key",
              "this-publishable-client-key-is-for-local-development-only");

  @AfterEach
  void close() {
    emulator.close();
  }

  private String signUp(String email) throws Exception {
    return internal
        .post("/auth/password/sign-up", "{\"email\":\"" + email + "\"," + PASSWORD)
        .at("access_token");
  }

  private Wire.Reply create(String token, String body) throws Exception {
    return internal.with("x-stack-access-token", token).post("/internal/projects", body);
  }

  private Wire admin(String projectId, String token) {
    return internal
        .without("x-stack-publishable-client-key")
        .with("x-stack-access-type", "admin")
        .with("x-stack-project-id", projectId)
        .with("x-stack-admin-access-token", token);
  }

  private Wire server(String projectId, String key) {
    return internal
        .without("x-stack-publishable-client-key")
        .with("x-stack-access-type", "server")
        .with("x-stack-project-id", projectId)
        .with("x-stack-secret-server-key", key);
  }

  /** The vendor's packages cannot read a project whose own provider has no client. */
  @Test
  void aProviderThatASettingEnabledHasAClient() throws Exception {
    World world = emulator.newWorld();
    world.stackAuth().configure(settings -> settings.oauthProviders("google"));

    JsonNode provider =
        internal
            .without("x-stack-publishable-client-key")
            .with("x-stack-access-type", "admin")
            .with("x-stack-project-id", world.stackAuth().projectId())
            .with("x-stack-super-secret-admin-key", world.stackAuth().superSecretAdminKey())
            .get("/internal/projects/current")
            .json()
            .at("/config/oauth_providers/0");

    assertEquals("standard", provider.path("type").textValue());
    assertFalse(provider.path("client_id").asText().isEmpty());
    assertFalse(provider.path("client_secret").asText().isEmpty());
  }

  @Test
  void theInternalProjectCostsNothingUntilSomebodyNamesIt() throws Exception {
    emulator.newWorld();
    assertEquals(Optional.empty(), emulator.world("internal"));

    signUp("ada@example.com");

    assertTrue(emulator.world("internal").isPresent());
    assertEquals(2, emulator.worlds().size());
  }

  @Test
  void aUserOfTheInternalProjectMakesAProjectWhoseKeysWork() throws Exception {
    String token = signUp("ada@example.com");

    Wire.Reply created =
        create(
            token,
            """
            {"display_name":"Shop","description":"sells","config":{"magic_link_enabled":true,
             "domains":[{"domain":"https://shop.example","handler_path":"/auth"}],
             "oauth_providers":[{"id":"github","type":"shared"},
               {"id":"gitlab","type":"standard","client_id":"c","client_secret":"s"}]}}""");

    assertEquals(201, created.status(), created.text());
    String id = created.at("id");
    JsonNode config = created.json().path("config");
    assertEquals("Shop", created.at("display_name"));
    assertEquals("sells", created.at("description"));
    assertTrue(config.path("magic_link_enabled").booleanValue());
    assertTrue(config.path("allow_localhost").booleanValue());
    assertEquals("/auth", config.at("/domains/0/handler_path").textValue());
    assertEquals("shared", config.at("/oauth_providers/0/type").textValue());
    assertEquals("c", config.at("/oauth_providers/1/client_id").textValue());
    assertEquals("team_admin", config.at("/team_creator_default_permissions/0/id").textValue());
    assertEquals("link_method", config.path("oauth_account_merge_strategy").textValue());

    Wire.Reply keys = admin(id, token).post("/internal/api-keys", ALL_KEYS);
    assertEquals(200, keys.status(), keys.text());
    Wire server = server(id, keys.at("secret_server_key"));
    assertEquals(201, server.post("/users", "{\"primary_email\":\"bob@example.com\"}").status());
    Wire client =
        internal
            .with("x-stack-project-id", id)
            .with("x-stack-publishable-client-key", keys.at("publishable_client_key"));
    assertEquals(
        200,
        client
            .post("/auth/password/sign-up", "{\"email\":\"eve@example.com\"," + PASSWORD)
            .status());
    World world = emulator.world("Shop").orElseThrow();
    assertEquals(id, world.stackAuth().projectId());
    assertEquals(
        "INVALID_SECRET_SERVER_KEY",
        server(id, keys.at("super_secret_admin_key")).get("/users").at("code"));
  }

  @Test
  void onlyItsMakerIsItsAdministrator() throws Exception {
    String ada = signUp("ada@example.com");
    String bob = signUp("bob@example.com");
    String id = create(ada, "{\"display_name\":\"Shop\"}").at("id");

    assertEquals(200, admin(id, ada).get("/internal/projects/current").status());
    assertEquals(
        "ADMIN_ACCESS_TOKEN_IS_NOT_ADMIN",
        admin(id, bob).get("/internal/projects/current").at("code"));
    assertEquals(
        "UNPARSABLE_ADMIN_ACCESS_TOKEN",
        admin(id, "x").get("/internal/projects/current").at("code"));
    World world = emulator.newWorld();
    assertEquals(
        "ADMIN_ACCESS_TOKEN_IS_NOT_ADMIN",
        admin(world.stackAuth().projectId(), ada).get("/internal/projects/current").at("code"));
    assertEquals(1, listed(ada).size());
    assertEquals(0, listed(bob).size());
  }

  private JsonNode listed(String token) throws Exception {
    return internal
        .with("x-stack-access-token", token)
        .get("/internal/projects")
        .json()
        .path("items");
  }

  @Test
  void aTokenThatExpiredOrWhoseUserIsGoneOpensNothing() throws Exception {
    String token = signUp("ada@example.com");
    String id = create(token, "{\"display_name\":\"Shop\"}").at("id");
    World world = emulator.world("internal").orElseThrow();
    world.clock().advance(Duration.ofMinutes(11));
    assertEquals(
        "ADMIN_ACCESS_TOKEN_EXPIRED",
        admin(id, token).get("/internal/projects/current").at("code"));

    world.clock().reset();
    String user = Wire.stackServer(world).get("/users").json().at("/items/0/id").textValue();
    Wire.stackServer(world).send("DELETE", "/users/" + user, "");
    Wire.Reply gone = admin(id, token).get("/internal/projects/current");
    assertEquals(401, gone.status());
    assertEquals("", gone.at("code"));
  }

  @Test
  void projectsAreMadeByUsersOfTheInternalProjectOnly() throws Exception {
    World world = emulator.newWorld();
    assertEquals(
        "EXPECTED_INTERNAL_PROJECT",
        Wire.stackClient(world)
            .post("/internal/projects", "{\"display_name\":\"Shop\"}")
            .at("code"));
    assertEquals(
        "USER_AUTHENTICATION_REQUIRED",
        internal.post("/internal/projects", "{\"display_name\":\"Shop\"}").at("code"));
    assertEquals(
        "SCHEMA_ERROR", create(signUp("ada@example.com"), "{\"display_nam\":\"Shop\"}").at("code"));
    assertEquals(2, emulator.worlds().size());
  }

  @Test
  void theAdministratorOfAWorldChangesItsSettings() throws Exception {
    World world = emulator.newWorld();
    Wire admin =
        Wire.to(URI.create(emulator.baseUrl() + "/api/v1"))
            .with("x-stack-access-type", "admin")
            .with("x-stack-project-id", world.stackAuth().projectId())
            .with("x-stack-super-secret-admin-key", world.stackAuth().superSecretAdminKey());

    Wire.Reply changed =
        admin
            .with("content-type", "application/json")
            .send(
                "PATCH",
                "/internal/projects/current",
                """
                {"display_name":"New","is_production_mode":true,"logo_url":"https://a.example/l",
                 "config":{"sign_up_enabled":false,"require_email_verification":true,
                  "oauth_account_merge_strategy":"raise_error",
                  "email_config":{"type":"standard","host":"smtp.example","port":25,
                   "username":"u","password":"p","sender_name":"S","sender_email":"s@a.example"},
                  "user_default_permissions":[{"id":"read"}]}}""");

    assertEquals(200, changed.status(), changed.text());
    assertEquals("New", world.stackAuth().settings().displayName());
    assertFalse(world.stackAuth().settings().signUpEnabled());
    assertTrue(world.stackAuth().settings().requireEmailVerification());
    Wire.Reply read = admin.get("/internal/projects/current");
    assertEquals(changed.json(), read.json());
    assertEquals("standard", read.json().at("/config/email_config/type").textValue());
    assertEquals("https://a.example/l", read.at("logo_url"));
    assertEquals("raise_error", read.json().at("/config/oauth_account_merge_strategy").asText());
  }

  @Test
  void impossibleSettingsAreRefusedAndChangeNothing() throws Exception {
    String token = signUp("ada@example.com");
    String id = create(token, "{\"display_name\":\"Shop\"}").at("id");
    Wire admin = admin(id, token).with("content-type", "application/json");
    JsonNode before = admin.get("/internal/projects/current").json();

    assertEquals(
        "INVALID_SHARED_OAUTH_PROVIDER_ID",
        patched(
                admin,
                "{\"config\":{\"oauth_providers\":[{\"id\":\"apple\",\"type\":\"shared\"}]}}")
            .at("code"));
    assertEquals(
        "INVALID_STANDARD_OAUTH_PROVIDER_ID",
        patched(
                admin,
                "{\"config\":{\"oauth_providers\":[{\"id\":\"myspace\",\"type\":\"standard\","
                    + "\"client_id\":\"c\",\"client_secret\":\"s\"}]}}")
            .at("code"));
    for (String bad :
        List.of(
            "{\"config\":{\"oauth_providers\":[{\"id\":\"google\",\"type\":\"standard\"}]}}",
            "{\"config\":{\"email_config\":{\"type\":\"standard\"}}}",
            "{\"config\":{\"domains\":[{\"domain\":\"ftp://x\",\"handler_path\":\"/\"}]}}",
            "{\"config\":{\"oauth_account_merge_strategy\":\"maybe\"}}",
            "{\"config\":{\"sign_up\":true}}")) {
      assertEquals("SCHEMA_ERROR", patched(admin, bad).at("code"), bad);
    }
    assertEquals(before, admin.get("/internal/projects/current").json());
  }

  private static Wire.Reply patched(Wire admin, String body) throws Exception {
    return admin.send("PATCH", "/internal/projects/current", body);
  }

  @Test
  void aDeletedProjectIsGoneWithItsWorld() throws Exception {
    String token = signUp("ada@example.com");
    String id = create(token, "{\"display_name\":\"Shop\"}").at("id");
    World world = emulator.world("Shop").orElseThrow();

    Wire.Reply deleted = admin(id, token).send("DELETE", "/internal/projects/current", "");

    assertEquals(200, deleted.status());
    assertEquals("true", deleted.at("success"));
    assertEquals(Optional.empty(), emulator.world("Shop"));
    assertEquals(
        "CURRENT_PROJECT_NOT_FOUND", admin(id, token).get("/internal/projects/current").at("code"));
    assertEquals(
        "unauthorized_credentials", Wire.stytch(world).get("/v1/users/x").at("error_type"));
    assertEquals(0, listed(token).size());
  }

  @Test
  void aHundredProjectsAreOpenAtATime() throws Exception {
    emulator.newWorld();
    String token = signUp("ada@example.com");
    String id = "";
    for (int i = 0; i < 100; i++) {
      id = create(token, "{\"display_name\":\"Shop\"}").at("id");
    }

    Wire.Reply refused = create(token, "{\"display_name\":\"Shop\"}");
    assertEquals(400, refused.status());
    assertEquals("EMULATOR_PROJECT_LIMIT_REACHED", refused.at("code"));
    assertEquals(100, refused.json().at("/details/limit").intValue());
    assertEquals(102, emulator.worlds().size());

    admin(id, token).send("DELETE", "/internal/projects/current", "");
    assertEquals(201, create(token, "{\"display_name\":\"Shop\"}").status());
    emulator.world("Shop (7)").orElseThrow().close();
    assertEquals(201, create(token, "{\"display_name\":\"Shop\"}").status());
    assertTrue(emulator.world("Shop (7)").isPresent());
    emulator.newWorld();
    assertEquals(
        "EMULATOR_PROJECT_LIMIT_REACHED", create(token, "{\"display_name\":\"Shop\"}").at("code"));
  }

  @Test
  void noProjectTakesTheNameOfAWorld() throws Exception {
    World shop = emulator.newWorld(WorldSpec.defaults().named("Shop"));
    World lookalike = emulator.newWorld(WorldSpec.defaults().named("internal"));
    String token = signUp("ada@example.com");

    Wire.Reply second = create(token, "{\"display_name\":\"Shop\"}");
    create(token, "{\"display_name\":\"Shop\"}");

    assertEquals("Shop", second.at("display_name"));
    assertEquals(
        List.of("Shop", "internal", "internal (2)", "Shop (2)", "Shop (3)"),
        emulator.worlds().stream().map(World::name).toList());
    assertEquals(Optional.of(shop), emulator.world("Shop"));
    assertEquals(Optional.of(lookalike), emulator.world("internal"));
  }

  @Test
  void keysAreShownOnceThenRevokedOrExpire() throws Exception {
    World world = emulator.newWorld();
    Wire admin =
        Wire.to(URI.create(emulator.baseUrl() + "/api/v1"))
            .with("x-stack-access-type", "admin")
            .with("x-stack-project-id", world.stackAuth().projectId())
            .with("x-stack-super-secret-admin-key", world.stackAuth().superSecretAdminKey());
    long expiry = world.clock().instant().plusSeconds(3600).toEpochMilli();
    Wire.Reply made =
        admin.post("/internal/api-keys", ALL_KEYS.replace("4102444800000", "" + expiry));
    String key = made.at("secret_server_key");
    String path = "/internal/api-keys/" + made.at("id");
    Wire server = server(world.stackAuth().projectId(), key);
    assertEquals(200, server.get("/users").status());

    Wire.Reply read = admin.get(path);
    assertFalse(read.text().contains(key));
    assertEquals(
        key.substring(key.length() - 4),
        read.json().at("/secret_server_key/last_four").textValue());
    assertEquals(
        made.at("id"), admin.get("/internal/api-keys").json().at("/items/0/id").textValue());

    Wire json = admin.with("content-type", "application/json");
    assertEquals("new", json.send("PATCH", path, "{\"description\":\"new\"}").at("description"));
    Wire.Reply revoked = json.send("PATCH", path, "{\"revoked\":true}");
    assertEquals("INVALID_SECRET_SERVER_KEY", server.get("/users").at("code"));
    world.clock().advance(Duration.ofMinutes(1));
    assertEquals(revoked.json(), json.send("PATCH", path, "{\"revoked\":true}").json());
    assertEquals("SCHEMA_ERROR", json.send("PATCH", path, "{\"revoked\":false}").at("code"));
    assertEquals("API_KEY_NOT_FOUND", admin.get("/internal/api-keys/x").at("code"));

    String second =
        admin
            .post("/internal/api-keys", ALL_KEYS.replace("4102444800000", "" + expiry))
            .at("secret_server_key");
    Wire other = server(world.stackAuth().projectId(), second);
    assertEquals(200, other.get("/users").status());
    world.clock().advance(Duration.ofHours(1));
    assertEquals("INVALID_SECRET_SERVER_KEY", other.get("/users").at("code"));
    assertEquals(200, Wire.stackServer(world).get("/users").status());
    assertFalse(world.ledger().entries().toString().contains(key));
  }

  @Test
  void serversMayNotLookAtKeysOrSettings() throws Exception {
    World world = emulator.newWorld();
    for (String path : List.of("/internal/api-keys", "/internal/projects/current")) {
      assertEquals("INSUFFICIENT_ACCESS_TYPE", Wire.stackServer(world).get(path).at("code"));
    }
  }
}
