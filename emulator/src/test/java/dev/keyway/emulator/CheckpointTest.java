package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class CheckpointTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String ADA = "ada@example.com";

  private final World world;
  private final Wire stack;
  private final Wire stytch;

  CheckpointTest(World world) {
    this.world = world;
    this.stack = Wire.stackClient(world);
    this.stytch = Wire.stytch(world);
    world.stackAuth().configure(settings -> settings.magicLinkEnabled(true));
  }

  private static String credentials(String email) {
    return "{\"email\":\"%s\",\"password\":\"%s\",\"session_duration_minutes\":60}"
        .formatted(email, PASSWORD);
  }

  private Wire.Reply signUpAtStack(String email) throws IOException, InterruptedException {
    return stack.post(
        "/auth/password/sign-up",
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD));
  }

  private int refreshed(Wire.Reply signedIn) throws IOException, InterruptedException {
    return stack
        .with("x-stack-refresh-token", signedIn.at("refresh_token"))
        .post("/auth/sessions/current/refresh", "{}")
        .status();
  }

  private int me(String accessToken) throws IOException, InterruptedException {
    return stack.with("x-stack-access-token", accessToken).get("/users/me").status();
  }

  private Wire.Reply authenticated(String field, String value)
      throws IOException, InterruptedException {
    return stytch.post("/v1/sessions/authenticate", "{\"%s\":\"%s\"}".formatted(field, value));
  }

  private List<String> ids() {
    return world.accounts().list().stream().map(Account::id).toList();
  }

  @Test
  void usersThatCameLaterAreGoneAndThoseThatWentAreBack() throws Exception {
    String early = signUpAtStack(ADA).at("user_id");
    String earlyAtStytch = stytch.post("/v1/passwords", credentials(ADA)).at("user_id");
    Checkpoint checkpoint = world.checkpoint();
    signUpAtStack("bob@example.com");
    stytch.post("/v1/passwords", credentials("bob@example.com"));
    assertEquals(200, Wire.stackServer(world).send("DELETE", "/users/" + early, "").status());
    assertEquals(200, stytch.send("DELETE", "/v1/users/" + earlyAtStytch, "").status());

    world.restore(checkpoint);

    assertEquals(List.of(early, earlyAtStytch), ids());
    assertEquals(200, signUpAtStack("bob@example.com").status(), "the address is free");
    assertEquals(
        "duplicate_email", stytch.post("/v1/passwords", credentials(ADA)).at("error_type"));
  }

  @Test
  void sessionsLiveOrHaveEndedAsTheyHadThen() throws Exception {
    Wire.Reply kept = signUpAtStack(ADA);
    Wire.Reply ended = signUpAtStack("bob@example.com");
    Wire.Reply atStytch = stytch.post("/v1/passwords", credentials(ADA));
    world.accounts().revokeSessions(ended.at("user_id"));
    Checkpoint checkpoint = world.checkpoint();
    world.accounts().revokeSessions(kept.at("user_id"));
    world.accounts().revokeSessions(atStytch.at("user_id"));
    Wire.Reply later = signUpAtStack("eve@example.com");

    world.restore(checkpoint);

    assertEquals(200, refreshed(kept));
    assertEquals(401, refreshed(ended));
    assertEquals(401, refreshed(later));
    assertEquals(200, me(kept.at("access_token")));
    assertNotEquals(200, me(later.at("access_token")), "its user never was");
    assertEquals(200, authenticated("session_token", atStytch.at("session_token")).status());
    assertEquals(200, authenticated("session_jwt", atStytch.at("session_jwt")).status());
  }

  @Test
  void aCodeThatWasUsedSinceIsFreshAndOneUsedBeforeIsNot() throws Exception {
    sendLinkTo(ADA);
    sendLinkTo("bob@example.com");
    String used = linkTokenOf("bob@example.com");
    assertEquals(200, signInByLink(used).status());
    Checkpoint checkpoint = world.checkpoint();
    String fresh = linkTokenOf(ADA);
    assertEquals(200, signInByLink(fresh).status());
    assertEquals("VERIFICATION_CODE_ALREADY_USED", signInByLink(fresh).at("code"));

    world.restore(checkpoint);

    assertEquals("VERIFICATION_CODE_ALREADY_USED", signInByLink(used).at("code"));
    assertEquals(200, signInByLink(fresh).status());
  }

  @Test
  void atStytchOnlyTheLatestCodeWorksAlsoAfterARestore() throws Exception {
    String id = sendCodeTo(ADA).at("email_id");
    String first = code();
    Checkpoint checkpoint = world.checkpoint();
    sendCodeTo(ADA);
    String second = code();
    assertNotEquals(200, useCode(id, first).status());

    world.restore(checkpoint);

    assertEquals(200, useCode(id, first).status());
    assertNotEquals(200, useCode(id, second).status());
    world.restore(checkpoint);
    sendCodeTo(ADA);
    assertNotEquals(200, useCode(id, first).status(), "the resend took its place");
  }

  @Test
  void whatChangedInAUserIsAsItWas() throws Exception {
    Wire.Reply in = signUpAtStack(ADA);
    String user = "/users/" + in.at("user_id");
    Wire server = Wire.stackServer(world).with("content-type", "application/json");
    server.send("PATCH", user, "{\"display_name\":\"Ada\",\"server_metadata\":{\"a\":[1]}}");
    Checkpoint checkpoint = world.checkpoint();
    String before = server.get(user).text();
    server.send(
        "PATCH",
        user,
        "{\"display_name\":\"Countess\",\"server_metadata\":{\"a\":[2]},"
            + "\"primary_email_verified\":true,\"totp_secret_base64\":\"MTIzNDU2Nzg5MDEy\","
            + "\"restricted_by_admin\":true}");
    assertNotEquals(before, server.get(user).text());

    world.restore(checkpoint);

    assertEquals(before, server.get(user).text());
  }

  @Test
  void theClockGoesBackAndRunsOrStandsAsItDid() {
    Checkpoint running = world.checkpoint();
    Instant then = world.clock().now();
    world.clock().freezeAt(Instant.parse("2030-01-01T00:00:00Z"));
    Checkpoint frozen = world.checkpoint();
    world.clock().advance(Duration.ofDays(1));
    world.clock().resume();

    world.restore(frozen);
    assertTrue(world.clock().frozen());
    assertEquals(Instant.parse("2030-01-01T00:00:00Z"), world.clock().now());
    assertEquals(world.clock().now(), frozen.takenAt());

    world.restore(running);
    assertFalse(world.clock().frozen());
    Duration off = Duration.between(then, world.clock().now());
    assertTrue(off.compareTo(Duration.ofMinutes(1)) < 0, off::toString);
  }

  @Test
  void aSessionThatExpiredSinceLivesAgain() throws Exception {
    Wire.Reply in = stytch.post("/v1/passwords", credentials(ADA));
    Checkpoint checkpoint = world.checkpoint();
    world.clock().advance(Duration.ofHours(2));
    assertEquals(404, authenticated("session_token", in.at("session_token")).status());

    world.restore(checkpoint);

    assertEquals(200, authenticated("session_token", in.at("session_token")).status());
  }

  @Test
  void keysSignAndVerifyAsTheyDid() throws Exception {
    Wire.Reply before = signUpAtStack(ADA);
    Wire.Reply beforeAtStytch = stytch.post("/v1/passwords", credentials(ADA));
    String published = Wire.to(world.stackAuth().jwksUrl()).get("").text();
    String publishedAtStytch = keysAtStytch();
    Checkpoint checkpoint = world.checkpoint();
    world.stackAuth().rotateKeys(Duration.ZERO);
    world.stytch().rotateKeys(Duration.ZERO);
    assertNotEquals(200, me(before.at("access_token")));
    String foreign = world.stackAuth().forgeToken(before.at("user_id"), Forgery.VALID);

    world.restore(checkpoint);

    assertEquals(published, Wire.to(world.stackAuth().jwksUrl()).get("").text());
    assertEquals(publishedAtStytch, keysAtStytch());
    assertEquals(200, me(before.at("access_token")));
    assertNotEquals(200, me(foreign), "its key never was");
    assertEquals(200, authenticated("session_jwt", beforeAtStytch.at("session_jwt")).status());
  }

  /** Clients keep keys by their names and don't ask for them again at once. */
  @Test
  void keysThatWereMadeSinceACheckpointWithoutAnyStayTheSame() throws Exception {
    Checkpoint checkpoint = world.checkpoint();
    String published = Wire.to(world.stackAuth().jwksUrl()).get("").text();
    world.stackAuth().rotateKeys(Duration.ofHours(1));

    world.restore(checkpoint);

    assertEquals(published, Wire.to(world.stackAuth().jwksUrl()).get("").text());
  }

  @Test
  void theOutboxHoldsAndHandsOutWhatItDid() throws Exception {
    sendLinkTo(ADA);
    linkTokenOf(ADA);
    sendLinkTo(ADA);
    world.outbox().bounce("bounce@example.com");
    Checkpoint checkpoint = world.checkpoint();
    List<OutboxMessage> messages = world.outbox().messages();
    String second = linkTokenOf(ADA);
    sendLinkTo(ADA);
    world.outbox().unbounce("bounce@example.com");

    world.restore(checkpoint);

    assertEquals(messages, world.outbox().messages());
    assertEquals(second, linkTokenOf(ADA));
    assertEquals(1, world.outbox().bouncing().size());
  }

  @Test
  void thePeopleAtSocialProvidersAreAsTheyWere() {
    SocialAccount ada = SocialAccount.of(ADA);
    world.oauth().addAccount(ada);
    Checkpoint checkpoint = world.checkpoint();
    world.oauth().addAccount(SocialAccount.of("bob@example.com"));

    world.restore(checkpoint);

    assertEquals(List.of(ada), world.oauth().accounts());
  }

  @Test
  void settingsAreAsTheyWere() throws Exception {
    Checkpoint checkpoint = world.checkpoint();
    world.stackAuth().configure(settings -> settings.signUpEnabled(false));
    assertNotEquals(200, signUpAtStack(ADA).status());

    world.restore(checkpoint);

    assertEquals(200, signUpAtStack(ADA).status());
  }

  @Test
  void ledgerFaultsAndDevicesAreTheTestsOwn() throws Exception {
    Checkpoint checkpoint = world.checkpoint();
    world.faults().on("stackauth.password.sign-up").times(2).respond(503);
    world.devices().authenticator("phone");
    signUpAtStack(ADA);

    world.restore(checkpoint);

    assertEquals(503, signUpAtStack(ADA).status());
    assertEquals(2, world.ledger().entries().size());
    assertEquals(List.of("phone"), world.devices().authenticators());
  }

  @Test
  void aCheckpointCanBeRestoredManyTimesWhateverHappenedSince() throws Exception {
    Wire.Reply in = signUpAtStack(ADA);
    Checkpoint checkpoint = world.checkpoint();
    for (int i = 0; i < 3; i++) {
      assertEquals(200, signUpAtStack("bob@example.com").status());
      world.accounts().lock(in.at("user_id"));
      world.accounts().revokeSessions(in.at("user_id"));

      world.restore(checkpoint);

      assertEquals(List.of(in.at("user_id")), ids());
      assertEquals(200, refreshed(in));
      assertFalse(world.accounts().find(in.at("user_id")).orElseThrow().locked());
    }
  }

  @Test
  void anOlderCheckpointCanBeRestoredAfterANewerOneAndBack() throws Exception {
    Checkpoint empty = world.checkpoint();
    String ada = signUpAtStack(ADA).at("user_id");
    Checkpoint withAda = world.checkpoint();

    world.restore(empty);
    assertEquals(List.of(), ids());
    world.restore(withAda);
    assertEquals(List.of(ada), ids());
    world.reset();
    world.restore(withAda);
    assertEquals(List.of(ada), ids());
  }

  @Test
  void theCheckpointOfAnotherWorldIsRefusedAndChangesNothing(AuthEmulator emulator)
      throws Exception {
    String ada = signUpAtStack(ADA).at("user_id");
    try (World other = emulator.newWorld()) {
      Checkpoint foreign = other.checkpoint();

      ConflictException refusal =
          assertThrows(ConflictException.class, () -> world.restore(foreign));

      assertTrue(String.valueOf(refusal.getMessage()).contains(other.id()), refusal::toString);
      assertEquals(List.of(ada), ids());
    }
  }

  @Test
  void aHeldRequestIsProcessedInTheRestoredWorld() throws Exception {
    Checkpoint checkpoint = world.checkpoint();
    signUpAtStack(ADA);
    HeldRequests held = world.faults().on("stackauth.password.sign-up").hold();
    CompletableFuture<Integer> again =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return signUpAtStack(ADA).status();
              } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    held.awaitArrival(1, Duration.ofMinutes(5));

    world.restore(checkpoint);
    held.release();

    assertEquals(200, again.join());
  }

  /** Each answer is of one state or the other; none is of a mixture, and nobody waits for ever. */
  @Test
  void requestsGoOnWhileAWorldIsRestored() throws Exception {
    Wire.Reply in = signUpAtStack(ADA);
    Wire.Reply atStytch = stytch.post("/v1/passwords", credentials(ADA));
    Checkpoint checkpoint = world.checkpoint();
    AtomicBoolean over = new AtomicBoolean();
    List<CompletableFuture<Set<Integer>>> clients = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String email = "user" + i + "@example.com";
      clients.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  Set<Integer> statuses = new TreeSet<>();
                  while (!over.get()) {
                    statuses.add(signUpAtStack(email).status());
                    statuses.add(refreshed(in));
                    statuses.add(
                        authenticated("session_token", atStytch.at("session_token")).status());
                    statuses.add(sendCodeTo(email).status());
                  }
                  return statuses;
                } catch (IOException | InterruptedException e) {
                  throw new AssertionError(e);
                }
              },
              task -> new Thread(task).start()));
    }

    for (int i = 0; i < 200; i++) {
      world.restore(checkpoint);
      world.checkpoint();
    }
    over.set(true);

    for (CompletableFuture<Set<Integer>> client : clients) {
      Set<Integer> statuses = client.get(5, TimeUnit.MINUTES);
      assertTrue(Set.of(200, 409).containsAll(statuses), statuses::toString);
    }
  }

  private void sendLinkTo(String email) throws IOException, InterruptedException {
    Wire.Reply sent =
        stack.post(
            "/auth/otp/send-sign-in-code",
            "{\"email\":\"%s\",\"callback_url\":\"http://localhost:3000/cb\"}".formatted(email));
    assertEquals(200, sent.status(), sent.text());
  }

  private String linkTokenOf(String email) {
    return Objects.requireNonNull(world.outbox().await(email, MessageKind.MAGIC_LINK).token());
  }

  private Wire.Reply signInByLink(String token) throws IOException, InterruptedException {
    return stack.post("/auth/otp/sign-in", "{\"code\":\"%s\"}".formatted(token));
  }

  private Wire.Reply sendCodeTo(String email) throws IOException, InterruptedException {
    return stytch.post("/v1/otps/email/login_or_create", "{\"email\":\"%s\"}".formatted(email));
  }

  private String code() {
    return Objects.requireNonNull(
        world.outbox().await(ADA, MessageKind.ONE_TIME_CODE).code(), "no code");
  }

  private Wire.Reply useCode(String methodId, String code)
      throws IOException, InterruptedException {
    return stytch.post(
        "/v1/otps/authenticate",
        "{\"method_id\":\"%s\",\"code\":\"%s\"}".formatted(methodId, code));
  }

  /** Without the id of the request. */
  private String keysAtStytch() throws IOException, InterruptedException {
    return Wire.to(world.stytch().jwksUrl()).get("").json().path("keys").toString();
  }
}
