package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.junit.EmulatorExtension;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmulatorExtension.class)
class WebhookDeliveryTest {
  private final World world;
  private final Webhooks webhooks;
  private final Receiver receiver = new Receiver();

  WebhookDeliveryTest(World world) {
    this.world = world;
    this.webhooks = world.webhooks();
    world.clock().freeze();
    webhooks.deliverTo(receiver.url());
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  private WebhookEvent create(String name) throws Exception {
    assertEquals(
        201,
        Wire.stackServer(world).post("/users", "{\"display_name\":\"" + name + "\"}").status());
    return webhooks.await("user.created");
  }

  private static List<Optional<Integer>> statuses(WebhookEvent event) {
    return event.attempts().stream().map(WebhookAttempt::status).toList();
  }

  @Test
  void whatIsMadeArrivesAsItIsInTheJournal() throws Exception {
    WebhookEvent event = webhooks.awaitAttempts(create("Ad\u00E9").id(), 1);
    assertEquals(List.of(event.body()), receiver.bodies());
    assertEquals(List.of(event.id()), receiver.ids());
    WebhookAttempt attempt = event.attempts().get(0);
    assertTrue(attempt.delivered());
    assertEquals(receiver.url(), attempt.target());
    assertEquals(world.clock().now(), attempt.at());
  }

  @Test
  void whatFailsIsTriedByThePublishedScheduleOfTheWorldsClockAndThenNoMore() throws Exception {
    receiver.answer(Collections.nCopies(8, 500).toArray(Integer[]::new));
    String id = webhooks.awaitAttempts(create("Ada").id(), 1).id();
    List<Duration> waits =
        List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(10));
    for (int i = 0; i < waits.size(); i++) {
      world.clock().advance(waits.get(i).minusSeconds(1));
      world.clock().advance(Duration.ofSeconds(1));
      WebhookEvent tried = webhooks.awaitAttempts(id, i + 2);
      assertEquals(
          waits.get(i),
          Duration.between(tried.attempts().get(i).at(), tried.attempts().get(i + 1).at()));
    }
    world.clock().advance(Duration.ofDays(30));
    String later = webhooks.awaitAttempts(create("Grace").id(), 1).id();
    assertEquals(8, webhooks.awaitAttempts(id, 8).attempts().size());
    assertEquals(List.of(Optional.of(200)), statuses(webhooks.awaitAttempts(later, 1)));
  }

  @Test
  void aTryIsNotLostWhereTheClockGoesBack() throws Exception {
    receiver.answer(500, 200);
    world.clock().resume();
    String id = webhooks.awaitAttempts(create("Ada").id(), 1).id();
    world.clock().advance(Duration.ofMillis(-200));
    // It runs: the next try is five seconds and a fifth away.
    assertEquals(2, webhooks.awaitAttempts(id, 2).attempts().size());
  }

  @Test
  void successEndsTheTriesAndARedirectIsNone() throws Exception {
    receiver.answer(302, 204);
    String id = webhooks.awaitAttempts(create("Ada").id(), 1).id();
    world.clock().advance(Duration.ofSeconds(5));
    assertEquals(
        List.of(Optional.of(302), Optional.of(204)), statuses(webhooks.awaitAttempts(id, 2)));
    world.clock().advance(Duration.ofDays(1));
    webhooks.awaitAttempts(create("Grace").id(), 1);
    assertEquals(2, webhooks.awaitAttempts(id, 2).attempts().size());
  }

  @Test
  void aReceiverThatIsDownIsAFailureWithoutAStatus() throws Exception {
    receiver.close();
    WebhookAttempt attempt = webhooks.awaitAttempts(create("Ada").id(), 1).attempts().get(0);
    assertEquals(Optional.empty(), attempt.status());
    assertTrue(attempt.failure().isPresent());
    assertFalse(attempt.delivered());
  }

  @Test
  void redeliveryGoesToTheTargetsAgain() throws Exception {
    String id = webhooks.awaitAttempts(create("Ada").id(), 1).id();
    webhooks.redeliver(id);
    assertEquals(2, webhooks.awaitAttempts(id, 2).attempts().size());
    assertEquals(List.of(id, id), receiver.ids());
  }

  @Test
  void shuffledEventsArriveInAnotherOrder() throws Exception {
    webhooks.shuffled(true);
    String first = create("Ada").id();
    String second = create("Grace").id();
    webhooks.awaitAttempts(first, 1);
    assertEquals(List.of(second, first), receiver.ids());
    String third = create("Edsger").id();
    world.clock().advance(Duration.ofSeconds(1));
    webhooks.awaitAttempts(third, 1);
    assertEquals(List.of(second, first, third), receiver.ids());
  }

  @Test
  void duplicatedEventsArriveTwice() throws Exception {
    webhooks.duplicated(true);
    String id = webhooks.awaitAttempts(create("Ada").id(), 2).id();
    assertEquals(List.of(id, id), receiver.ids());
  }

  @Test
  void attemptsFailAsAskedForAndThenNoMore() throws Exception {
    webhooks.fail(WebhookFault.DOWN, 1);
    webhooks.fail(WebhookFault.ERROR, 2);
    assertEquals(3, webhooks.failing());
    String id = webhooks.awaitAttempts(create("Ada").id(), 1).id();
    for (Duration wait :
        List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(30))) {
      assertEquals(List.of(), receiver.ids());
      int tried = webhooks.awaitAttempts(id, 1).attempts().size();
      world.clock().advance(wait);
      webhooks.awaitAttempts(id, tried + 1);
    }
    assertEquals(
        List.of(Optional.empty(), Optional.of(500), Optional.of(500), Optional.of(200)),
        statuses(webhooks.awaitAttempts(id, 4)));
    assertEquals(List.of(id), receiver.ids());
    assertEquals(0, webhooks.failing());
  }

  @Test
  void whoAnswersTooLateGetsTheEventAgain() throws Exception {
    webhooks.fail(WebhookFault.SLOW, 1);
    String id = webhooks.awaitAttempts(create("Ada").id(), 1).id();
    assertEquals(
        Optional.of("no answer within PT15S"),
        webhooks.awaitAttempts(id, 1).attempts().get(0).failure());
    world.clock().advance(Duration.ofSeconds(5));
    webhooks.awaitAttempts(id, 2);
    assertEquals(List.of(id, id), receiver.ids());
  }

  @Test
  void anEventOfOnesOwnArrives() {
    WebhookEvent made = webhooks.send("stytch", "moon.rising", "{\"phase\":\"full\"}");
    WebhookEvent event = webhooks.awaitAttempts(webhooks.await("moon.rising").id(), 1);
    assertEquals(made.id(), event.id());
    assertEquals(List.of("{\"phase\":\"full\"}"), receiver.bodies());
    assertThrows(UnknownIdException.class, () -> webhooks.send("nobody", "moon.rising", "{}"));
  }

  @Test
  void faultsEndWithAResetAndWhenToldTo() {
    webhooks.fail(WebhookFault.DOWN, 1000);
    assertThrows(IllegalArgumentException.class, () -> webhooks.fail(WebhookFault.DOWN, 1));
    assertThrows(IllegalArgumentException.class, () -> webhooks.fail(WebhookFault.DOWN, 0));
    webhooks.stopFailing();
    assertEquals(0, webhooks.failing());
    webhooks.fail(WebhookFault.DOWN, 1);
    world.reset();
    assertEquals(0, webhooks.failing());
  }

  @Test
  void whoWaitsForAttemptsThatDoNotComeIsToldOfThoseThatDid() throws Exception {
    String id = webhooks.awaitAttempts(create("Ada").id(), 1).id();
    TimeoutException late =
        assertThrows(TimeoutException.class, () -> webhooks.awaitAttempts(id, 2, Duration.ZERO));
    assertTrue(String.valueOf(late.getMessage()).contains("Optional[200]"), late::toString);
    assertEquals(id, webhooks.find(id).orElseThrow().id());
    assertEquals(Optional.empty(), webhooks.find("msg_none"));
  }

  @Test
  void nothingGoesToATargetThatWasTakenAway() throws Exception {
    webhooks.stopDelivering(receiver.url());
    create("Ada");
    webhooks.deliverTo(receiver.url());
    webhooks.awaitAttempts(create("Grace").id(), 1);
    assertEquals(1, receiver.ids().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/hook",
        "http://api.stytch.com/hook",
        "http://127.0.0.1.example.com/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest",
        "http://ada:secret@localhost/",
        "http://localhost/#part",
        "https://localhost/",
        "ftp://localhost/",
        "/hook"
      })
  void whatIsNotOnThisMachineIsNoTarget(String target) {
    assertThrows(IllegalArgumentException.class, () -> webhooks.deliverTo(URI.create(target)));
    assertEquals(List.of(receiver.url()), webhooks.targets());
  }

  @Test
  void aListedHostIsATargetAndConnectedToOnlyAtAPrivateAddress() throws Exception {
    try (AuthEmulator emulator =
        AuthEmulator.builder().allowOutbound("192.0.2.1").allowOutbound("My_App").start()) {
      World other = emulator.newWorld();
      other.webhooks().deliverTo(URI.create("http://my_app:8080/"));
      other.webhooks().stopDelivering(URI.create("http://my_app:8080/"));
      other.webhooks().deliverTo(URI.create("http://192.0.2.1/"));
      Wire.stackServer(other).post("/users", "{}");
      WebhookEvent event = other.webhooks().await("user.created");
      assertEquals(
          Optional.of("the host's address is not one that the emulator connects to"),
          other.webhooks().awaitAttempts(event.id(), 1).attempts().get(0).failure());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"api.stytch.com", "app.stack-auth.com.", "http://app", "a/b", ""})
  void aRealServiceIsNeverAllowed(String name) {
    assertThrows(IllegalArgumentException.class, () -> AuthEmulator.builder().allowOutbound(name));
  }

  @Test
  void noThreadIsLeftAfterClose() throws Exception {
    Thread thread;
    try (AuthEmulator emulator = AuthEmulator.start()) {
      World other = emulator.newWorld();
      other.webhooks().deliverTo(receiver.url());
      List<Thread> before = threads();
      Wire.stackServer(other).post("/users", "{}");
      other.webhooks().awaitAttempts(other.webhooks().await("user.created").id(), 1);
      List<Thread> made = threads();
      made.removeAll(before);
      thread = made.get(0);
    }
    thread.join(Duration.ofMinutes(5).toMillis());
    assertFalse(thread.isAlive());
  }

  private static List<Thread> threads() {
    return new ArrayList<>(
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals("keyway-emulator-outbound"))
            .toList());
  }
}
