package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.device.VirtualAuthenticator;
import dev.keyway.emulator.device.VirtualTotpDevice;
import dev.keyway.emulator.seed.Seed;
import dev.keyway.emulator.seed.SeedException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example of the guide, over the wire; and seeds that cannot go where they should. */
class SeedLoadTest {
  private static final Path EXAMPLE = Path.of("..", "docs", "examples", "seed.yaml");
  private static final String ADA =
      "{\"email\":\"ada@example.com\",\"password\":\"my horse reads maps at noon\"}";
  private static final String GRACE =
      "{\"email\":\"grace@example.com\",\"password\":\"a tall tree grows slowly\"}";

  private AuthEmulator emulator = AuthEmulator.start();

  @BeforeEach
  void freshEmulator() {
    emulator.close();
    emulator = AuthEmulator.start();
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  @Test
  void aSeededUserSignsInOnBothProviders() throws Exception {
    World world = emulator.load(Seed.parse(EXAMPLE)).get(0);

    Wire.Reply stackAuth = Wire.stackClient(world).post("/auth/password/sign-in", ADA);
    assertEquals(200, stackAuth.status(), stackAuth.text());
    assertEquals("7d6b0b5e-6f0a-4d6e-9a0b-1f6f3c1fada0", stackAuth.at("user_id"));

    Wire.Reply stytch = Wire.stytch(world).post("/v1/passwords/authenticate", ADA);
    assertEquals(200, stytch.status(), stytch.text());
    assertEquals("user-test-7d6b0b5e-6f0a-4d6e-9a0b-1f6f3c1fada0", stytch.at("user_id"));
    assertEquals("gold", stytch.json().at("/user/trusted_metadata/plan").textValue());
    assertEquals("customer-1", stytch.json().at("/user/external_id").textValue());
  }

  @Test
  void importedHashAndAuthenticatorAppWorkTogether() throws Exception {
    World world = emulator.load(Seed.parse(EXAMPLE)).get(0);
    assertEquals(
        "MULTI_FACTOR_AUTHENTICATION_REQUIRED",
        Wire.stackClient(world).post("/auth/password/sign-in", GRACE).at("code"));

    Wire stytch = Wire.stytch(world);
    String userId = stytch.post("/v1/passwords/authenticate", GRACE).at("user_id");
    VirtualTotpDevice app =
        VirtualTotpDevice.fromBase32("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", world.clock());
    String body = "{\"user_id\":\"%s\",\"totp_code\":\"%s\"}".formatted(userId, app.code());
    assertEquals(200, stytch.post("/v1/totps/authenticate", body).status());
    String recovery =
        "{\"user_id\":\"%s\",\"recovery_code\":\"%s\"}".formatted(userId, "abcd-1234-efgh");
    assertEquals(200, stytch.post("/v1/totps/recover", recovery).status());
    assertEquals(401, stytch.post("/v1/totps/recover", recovery).status());
  }

  @Test
  void pinnedSessionsLive() throws Exception {
    World world = emulator.load(Seed.parse(EXAMPLE)).get(0);
    Wire.Reply refreshed =
        Wire.stackClient(world)
            .with("x-stack-refresh-token", "refresh-token-of-ada-on-stack-auth")
            .post("/auth/sessions/current/refresh");
    assertEquals(200, refreshed.status(), refreshed.text());

    Wire.Reply session =
        Wire.stytch(world)
            .post(
                "/v1/sessions/authenticate",
                "{\"session_token\":\"session-token-of-ada-on-stytch\"}");
    assertEquals(200, session.status(), session.text());
    assertEquals(
        "password", session.json().at("/session/authentication_factors/0/type").textValue());
  }

  @Test
  void whoIsLockedInTheSeedIsLockedOut() throws Exception {
    World world = emulator.load(Seed.parse(EXAMPLE)).get(0);
    String mallory =
        "{\"email\":\"mallory@example.com\",\"password\":\"no door opens for this one\"}";
    assertEquals(
        "user_lock_limit_reached",
        Wire.stytch(world).post("/v1/passwords/authenticate", mallory).at("error_type"));
    assertTrue(
        world.accounts().list().stream()
            .filter(account -> account.provider().equals("stackauth"))
            .anyMatch(Account::locked));
  }

  @Test
  void settingsOfTheSeedHold() {
    World world = emulator.load(Seed.parse(EXAMPLE)).get(0);
    assertEquals(5, world.stytch().settings().lockThreshold());
    assertEquals(List.of("google", "github"), world.stackAuth().settings().oauthProviders());
    assertEquals("shop", world.name());
    assertFalse(world.clock().frozen());
    assertEquals("google-grace", world.oauth().accounts().get(0).subject());
  }

  @Test
  void aPasskeyMadeBeforeTheExportOpensTheWorldAfterIt() throws Exception {
    VirtualAuthenticator device = VirtualAuthenticator.platform();
    String page = "http://localhost:3000";
    Seed seed;
    String userId;
    try (World world = emulator.newWorld()) {
      Wire wire = Wire.stytch(world);
      userId = wire.post("/v1/users", "{\"email\":\"katherine@example.com\"}").at("user_id");
      String about =
          "{\"user_id\":\""
              + userId
              + "\",\"domain\":\"localhost\",\"use_base64_url_encoding\":true}";
      String options =
          wire.post("/v1/webauthn/register/start", about)
              .at("public_key_credential_creation_options");
      Wire.Reply made =
          wire.post("/v1/webauthn/register", credential(userId, device.create(options, page)));
      assertEquals(200, made.status(), made.text());
      seed = world.export();
    }

    World world = emulator.load(Seed.parse(seed.toYaml(), "export")).get(0);

    Wire wire = Wire.stytch(world);
    String options =
        wire.post(
                "/v1/webauthn/authenticate/start",
                "{\"domain\":\"localhost\",\"use_base64_url_encoding\":true}")
            .at("public_key_credential_request_options");
    Wire.Reply signedIn =
        wire.post("/v1/webauthn/authenticate", credential(userId, device.get(options, page)));
    assertEquals(200, signedIn.status(), signedIn.text());
    assertEquals(userId, signedIn.at("user_id"));
  }

  @Test
  void theSameSeedTwiceIsRefusedAndLeavesTheFirstAlone() throws Exception {
    World first = emulator.load(Seed.parse(EXAMPLE)).get(0);
    SeedException e = assertThrows(SeedException.class, () -> emulator.load(Seed.parse(EXAMPLE)));
    assertEquals("worlds[0]", e.field());
    assertEquals(1, emulator.worlds().size());
    assertEquals(200, Wire.stackClient(first).post("/auth/password/sign-in", ADA).status());
  }

  @Test
  void aBadSecondWorldLeavesNoFirstOneBehind() {
    Seed seed =
        Seed.parse(
            """
            worlds:
            - name: good
            - name: bad
              users:
              - on: [stytch]
                emails:
                - address: ada@example.com
                stytch:
                  roles: [emperor]
            """,
            "two.yaml");
    SeedException e = assertThrows(SeedException.class, () -> emulator.load(seed));
    assertEquals("worlds[1].users[0].stytch.roles", e.field());
    assertEquals(9, e.line());
    assertEquals(List.of(), emulator.worlds());
  }

  @Test
  void aWorldTakesInUsersAndRefusesThoseItHas() throws Exception {
    try (World world = emulator.newWorld()) {
      Seed seed =
          Seed.parse(
              """
              worlds:
              - name: any
                users:
                - emails: [{address: ada@example.com}]
                  password: {plain: my horse reads maps at noon}
              """,
              "ada.yaml");
      world.load(seed);
      assertEquals(200, Wire.stackClient(world).post("/auth/password/sign-in", ADA).status());
      List<Account> before = world.accounts().list();

      Seed another =
          Seed.parse(
              """
              worlds:
              - name: any
                users:
                - emails: [{address: grace@example.com}]
                - emails: [{address: ADA@example.com}]
                  stackauth: {id: 7d6b0b5e-6f0a-4d6e-9a0b-1f6f3c1f0009}
                  stytch: {id: user-test-7d6b0b5e-6f0a-4d6e-9a0b-1f6f3c1f0009}
              """,
              "more.yaml");
      SeedException e = assertThrows(SeedException.class, () -> world.load(another));
      assertEquals("worlds[0].users[1].emails[0].address", e.field());
      assertEquals(before, world.accounts().list(), "somebody was let in all the same");
    }
  }

  @Test
  void aWorldKeepsItsKeys() {
    try (World world = emulator.newWorld()) {
      SeedException e = assertThrows(SeedException.class, () -> world.load(Seed.parse(EXAMPLE)));
      assertEquals("worlds[0].stackauth", e.field());
      assertEquals(List.of(), world.accounts().list());
    }
  }

  @Test
  void theProjectThatMakesProjectsCanBeExportedToo() throws Exception {
    Wire.to(emulator.baseUrl())
        .with("x-stack-project-id", "internal")
        .with("x-stack-access-type", "client")
        .get("/api/v1/projects/current");
    World internal = emulator.world("internal").orElseThrow();
    Seed seed = internal.export();
    assertEquals(seed, Seed.parse(seed.toYaml(), "export"));
  }

  @Test
  void idsThatNobodyPinnedAreTheSameEveryTime() {
    String text = "worlds: [{name: %s, users: [{emails: [{address: ada@example.com}]}]}]";
    List<String> once = ids(Seed.parse(text.formatted("one"), "one"));
    assertEquals(once, ids(Seed.parse(text.formatted("two"), "two")));
  }

  private List<String> ids(Seed seed) {
    return emulator.load(seed).get(0).accounts().list().stream().map(Account::id).toList();
  }

  private static String credential(String userId, String json) {
    return "{\"user_id\":\"%s\",\"session_duration_minutes\":5,\"public_key_credential\":%s}"
        .formatted(userId, dev.keyway.emulator.internal.json.Json.array().add(json).get(0));
  }
}
