package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What providers answer about what is over, and from when on they don't know it any more. */
@ExtendWith(EmulatorExtension.class)
class RetentionTest {
  private static final Duration RETENTION = Duration.ofDays(400);

  private final World world;

  RetentionTest(World world) {
    this.world = world;
    world.clock().freeze();
  }

  @Test
  void stackAuthListsAnExpiredSessionUntilItsRetentionIsOver() throws Exception {
    String user = Wire.stackServer(world).post("/users", "{}").at("id");
    Wire.stackServer(world)
        .post(
            "/auth/sessions", "{\"user_id\":\"%s\",\"expires_in_millis\":3600000}".formatted(user));
    world.clock().advance(RETENTION.plusHours(1).minusSeconds(1));

    assertEquals(1, sessions(user));

    world.clock().advance(Duration.ofSeconds(1));

    assertEquals(0, sessions(user));
  }

  @Test
  void stackAuthKnowsASpentCodeUntilItsRetentionIsOver() throws Exception {
    String nonce =
        Wire.stackClient(world)
            .post(
                "/auth/otp/send-sign-in-code",
                "{\"email\":\"ada@example.com\",\"callback_url\":\"http://localhost:3000/cb\"}")
            .at("nonce");
    String code = world.outbox().await("ada@example.com", MessageKind.MAGIC_LINK).code() + nonce;

    assertEquals("", signIn(code));
    assertEquals("VERIFICATION_CODE_ALREADY_USED", signIn(code));

    world.clock().advance(Duration.ofDays(7));

    assertEquals("VERIFICATION_CODE_EXPIRED", signIn(code));

    world.clock().advance(RETENTION);

    assertEquals("VERIFICATION_CODE_NOT_FOUND", signIn(code));
  }

  @Test
  void stytchKnowsASpentTokenUntilItsRetentionIsOver() throws Exception {
    Wire.stytch(world)
        .post(
            "/v1/magic_links/email/login_or_create",
            "{\"email\":\"ada@example.com\",\"signup_expiration_minutes\":60}");
    String token = String.valueOf(world.outbox().messages().get(0).token());

    assertEquals("", stytchSignIn(token));
    assertEquals("unable_to_auth_magic_link", stytchSignIn(token));

    world.clock().advance(RETENTION.plusHours(1).minusSeconds(1));

    assertEquals("unable_to_auth_magic_link", stytchSignIn(token));

    world.clock().advance(Duration.ofSeconds(1));

    assertEquals("magic_link_not_found", stytchSignIn(token));
  }

  @Test
  void theLedgerDropsWhatIsOlderThanTheLatestByTheRetention() throws Exception {
    Wire.stackClient(world).get("/projects/current");
    world.clock().advance(RETENTION.minusSeconds(1));
    Wire.stackClient(world).get("/projects/current");

    assertEquals(2, world.ledger().entries().size());

    world.clock().advance(Duration.ofSeconds(1));
    Wire.stackClient(world).get("/projects/current");

    assertEquals(2, world.ledger().entries().size());
  }

  @Test
  void aRestoredCheckpointKnowsWhatTheWorldForgot() throws Exception {
    String user = Wire.stackServer(world).post("/users", "{}").at("id");
    String session = "{\"user_id\":\"%s\",\"expires_in_millis\":3600000}".formatted(user);
    Wire.stackServer(world).post("/auth/sessions", session);
    Checkpoint before = world.checkpoint();
    world.clock().advance(RETENTION.plusHours(1));
    Wire.stackServer(world).post("/auth/sessions", session);

    assertEquals(1, sessions(user));

    world.restore(before);
    Wire.stackServer(world).post("/auth/sessions", session);

    assertEquals(2, sessions(user));
  }

  private int sessions(String user) throws Exception {
    return Wire.stackServer(world)
        .get("/auth/sessions?user_id=" + user)
        .json()
        .path("items")
        .size();
  }

  private String signIn(String code) throws Exception {
    return Wire.stackClient(world)
        .post("/auth/otp/sign-in", "{\"code\":\"%s\"}".formatted(code))
        .at("code");
  }

  private String stytchSignIn(String token) throws Exception {
    return Wire.stytch(world)
        .post("/v1/magic_links/authenticate", "{\"token\":\"%s\"}".formatted(token))
        .at("error_type");
  }
}
