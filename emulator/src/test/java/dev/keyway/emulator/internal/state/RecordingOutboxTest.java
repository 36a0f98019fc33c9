package dev.keyway.emulator.internal.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.Outbox;
import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.UnknownIdException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RecordingOutboxTest {
  private final RecordingOutbox outbox = new RecordingOutbox();

  private static OutboxMessage message(String id, String to, MessageKind kind) {
    return new OutboxMessage(
        id,
        OutboxMessage.Channel.EMAIL,
        to,
        kind,
        "subject",
        "text with 7K2Q9D",
        "7K2Q9D",
        URI.create("http://localhost/cb?code=secret-link"),
        "secret-link",
        Instant.EPOCH);
  }

  @Test
  void somebodyWhoWaitsIsWokenByTheMessage() {
    CompletableFuture<OutboxMessage> waiting =
        CompletableFuture.supplyAsync(
            () -> outbox.await("ada@example.com", MessageKind.PASSWORD_RESET));
    outbox.send(message("1", "bob@example.com", MessageKind.PASSWORD_RESET));
    outbox.send(message("2", "ada@example.com", MessageKind.PASSWORD_RESET));

    assertEquals("2", waiting.join().id());
  }

  @Test
  void eachMessageIsHandedOutOnce() {
    outbox.send(message("1", "ada@example.com", MessageKind.ONE_TIME_CODE));
    outbox.send(message("2", "ADA@example.com", MessageKind.ONE_TIME_CODE));

    assertEquals("1", outbox.await("ada@example.com", MessageKind.ONE_TIME_CODE).id());
    assertEquals("2", outbox.await("ada@example.com", MessageKind.ONE_TIME_CODE).id());
    assertEquals(2, outbox.messages().size());
  }

  @Test
  void bothSpellingsOfADomainAreOneAddress() {
    outbox.bounce("ada@XN--BCHER-KVA.example");
    outbox.send(message("1", "ada@b\u00FCcher.example", MessageKind.ONE_TIME_CODE));
    assertTrue(outbox.messages().get(0).bounced());
    outbox.unbounce("ada@b\u00FCcher.example");
    outbox.redeliver("1");
    outbox.send(message("2", "ada@xn--bcher-kva.example", MessageKind.ONE_TIME_CODE));

    assertEquals(2, outbox.messagesTo("ada@b\u00FCcher.example").size());
    assertEquals("1", outbox.await("ada@xn--bcher-kva.example", MessageKind.ONE_TIME_CODE).id());
    assertEquals("2", outbox.await("ada@b\u00FCcher.example", MessageKind.ONE_TIME_CODE).id());
  }

  @Test
  void aSignInMailServesThoseWhoWaitForACodeAndForALink() {
    outbox.send(message("1", "ada@example.com", MessageKind.SIGN_IN));
    outbox.send(message("2", "ada@example.com", MessageKind.SIGN_IN));

    assertEquals("1", outbox.await("ada@example.com", MessageKind.ONE_TIME_CODE).id());
    assertEquals("2", outbox.await("ada@example.com", MessageKind.MAGIC_LINK).id());
  }

  @Test
  void whoWaitsInVainIsToldWhatWasSentWithoutItsSecrets() {
    outbox.send(message("1", "bob@example.com", MessageKind.INVITATION));

    TimeoutException vain =
        assertThrows(
            TimeoutException.class,
            () -> outbox.await("ada@example.com", MessageKind.INVITATION, Duration.ZERO));

    String told = String.valueOf(vain.getMessage());
    assertTrue(told.contains("bob@example.com"), told);
    assertFalse(told.contains("7K2Q9D"), told);
    assertFalse(told.contains("secret-link"), told);
  }

  @Test
  void aMessageToAnAddressThatBouncesIsKeptAndNeverHandedOut() throws Exception {
    outbox.bounce("Ada@Example.com");
    outbox.send(message("1", "ada@example.com", MessageKind.SIGN_IN));
    outbox.send(message("2", "bob@example.com", MessageKind.SIGN_IN));

    assertTrue(outbox.messages().get(0).bounced());
    assertFalse(outbox.messages().get(1).bounced());
    assertEquals(Set.of("ada@example.com"), outbox.bouncing());
    TimeoutException nothing =
        assertThrows(
            TimeoutException.class,
            () -> outbox.await("ada@example.com", MessageKind.SIGN_IN, Duration.ZERO));
    assertTrue(String.valueOf(nothing.getMessage()).contains("bounced"), nothing::toString);
  }

  @Test
  void anAddressThatNoLongerBouncesGetsWhatComesThen() throws Exception {
    outbox.bounce("ada@example.com");
    outbox.send(message("1", "ada@example.com", MessageKind.SIGN_IN));
    outbox.unbounce("ADA@example.com");
    outbox.send(message("2", "ada@example.com", MessageKind.SIGN_IN));

    assertEquals("2", outbox.await("ada@example.com", MessageKind.SIGN_IN, Duration.ZERO).id());
  }

  @Test
  void aRedeliveredMessageIsHandedOutAgain() throws Exception {
    outbox.send(message("1", "ada@example.com", MessageKind.SIGN_IN));
    OutboxMessage first = outbox.await("ada@example.com", MessageKind.SIGN_IN, Duration.ZERO);

    assertEquals(first, outbox.redeliver("1"));

    assertEquals(first, outbox.await("ada@example.com", MessageKind.SIGN_IN, Duration.ZERO));
    assertEquals(1, outbox.messages().size());
    assertThrows(UnknownIdException.class, () -> outbox.redeliver("2"));
  }

  @Test
  void aRedeliveryBouncesWhileTheAddressDoes() throws Exception {
    outbox.bounce("ada@example.com");
    outbox.send(message("1", "ada@example.com", MessageKind.SIGN_IN));

    assertTrue(outbox.redeliver("1").bounced());
    outbox.unbounce("ada@example.com");
    assertFalse(outbox.redeliver("1").bounced());

    assertEquals("1", outbox.await("ada@example.com", MessageKind.SIGN_IN, Duration.ZERO).id());
  }

  @Test
  void clearingForgetsMessagesAndResettingAlsoWhatBounces() {
    outbox.bounce("ada@example.com");
    outbox.clear();
    assertEquals(Set.of("ada@example.com"), outbox.bouncing());

    outbox.reset();

    assertEquals(Set.of(), outbox.bouncing());
  }

  @Test
  void clearingForgetsWhatWasHandedOutToo() throws Exception {
    outbox.send(message("1", "ada@example.com", MessageKind.SIGN_IN));
    outbox.await("ada@example.com", MessageKind.SIGN_IN, Duration.ZERO);
    outbox.clear();
    assertEquals(List.of(), outbox.messages());
    outbox.send(message("1", "ada@example.com", MessageKind.SIGN_IN));

    assertEquals("1", outbox.await("ada@example.com", MessageKind.SIGN_IN, Duration.ZERO).id());
  }

  @Test
  void messagesAreToldByWhomTheyWentTo() {
    outbox.send(message("1", "ada@example.com", MessageKind.SIGN_IN));
    outbox.send(message("2", "bob@example.com", MessageKind.SIGN_IN));

    assertEquals(
        List.of("1"),
        outbox.messagesTo("ADA@example.com").stream().map(OutboxMessage::id).toList());
  }

  @Test
  void aMessageOfAnotherKindIsNotHandedOut() {
    outbox.send(message("1", "ada@example.com", MessageKind.PASSWORD_RESET));

    assertThrows(
        TimeoutException.class,
        () -> outbox.await("ada@example.com", MessageKind.INVITATION, Duration.ZERO));
  }

  @Test
  void whoWaitsInVainIsToldWhatWasRefused() {
    RecordingOutbox refusing = new RecordingOutbox(() -> Optional.of("POST /send: too many"));

    for (RecordingOutbox each : List.of(refusing, outbox)) {
      TimeoutException vain =
          assertThrows(
              TimeoutException.class,
              () -> each.await("ada@example.com", MessageKind.SIGN_IN, Duration.ZERO));
      assertEquals(
          each == refusing,
          String.valueOf(vain.getMessage()).contains(" Last refused: POST /send: too many. "),
          vain::toString);
    }
  }

  @Test
  void whoIsInterruptedWhileWaitingStaysInterrupted() {
    Thread.currentThread().interrupt();

    assertThrows(AssertionError.class, () -> outbox.await("ada@example.com", MessageKind.SIGN_IN));
    assertTrue(Thread.interrupted());
  }

  @Test
  void itGoesBackToWhatItHeld() throws Exception {
    outbox.send(message("1", "ada@example.com", MessageKind.SIGN_IN));
    outbox.send(message("2", "ada@example.com", MessageKind.SIGN_IN));
    outbox.await("ada@example.com", MessageKind.SIGN_IN, Duration.ZERO);
    outbox.bounce("bob@example.com");
    RecordingOutbox.Snapshot before = outbox.snapshot();
    outbox.send(message("3", "ada@example.com", MessageKind.SIGN_IN));
    outbox.await("ada@example.com", MessageKind.SIGN_IN, Duration.ZERO);
    outbox.reset();
    outbox.bounce("eve@example.com");

    outbox.restore(before);

    assertEquals(List.of("1", "2"), outbox.messages().stream().map(OutboxMessage::id).toList());
    assertEquals(Set.of("bob@example.com"), outbox.bouncing());
    assertEquals("2", outbox.await("ada@example.com", MessageKind.SIGN_IN, Duration.ZERO).id());
  }

  @Test
  void whoWaitsIsWokenByAMessageThatIsSentSentAgainOrComesBack() throws Exception {
    outbox.send(message("1", "ada@example.com", MessageKind.SIGN_IN));
    RecordingOutbox.Snapshot unread = outbox.snapshot();
    List<Runnable> comings =
        List.of(
            () -> outbox.redeliver("1"),
            () -> outbox.restore(unread),
            () -> outbox.send(message("2", "ada@example.com", MessageKind.SIGN_IN)));
    for (Runnable again : comings) {
      outbox.restore(unread);
      outbox.await("ada@example.com", MessageKind.SIGN_IN, Duration.ZERO);
      AtomicReference<OutboxMessage> got = new AtomicReference<>();
      Thread waiting =
          new Thread(() -> got.set(outbox.await("ada@example.com", MessageKind.SIGN_IN)));
      waiting.start();
      while (waiting.isAlive() && waiting.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
      again.run();
      waiting.join();
      assertEquals("ada@example.com", Objects.requireNonNull(got.get()).to());
    }
  }

  /** A lock that was kept would stop every other thread for ever. */
  @Test
  void whateverWasDoneOtherThreadsGoOn() throws Exception {
    RecordingOutbox.Snapshot empty = outbox.snapshot();
    List<Runnable> all =
        List.of(
            () -> outbox.send(message("1", "ada@example.com", MessageKind.SIGN_IN)),
            outbox::messages,
            () -> outbox.await("ada@example.com", MessageKind.SIGN_IN),
            () -> outbox.redeliver("1"),
            () -> outbox.bounce("ada@example.com"),
            () -> outbox.unbounce("ada@example.com"),
            outbox::bouncing,
            outbox::snapshot,
            () -> outbox.restore(empty),
            outbox::clear,
            outbox::reset);
    for (Runnable one : all) {
      one.run();
      Thread other = new Thread(outbox::messages);
      other.setDaemon(true);
      other.start();
      while (other.isAlive()) {
        assertNotEquals(Thread.State.WAITING, other.getState(), "number " + all.indexOf(one));
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void ofTooManyMessagesTheLatestStay() {
    for (int i = 0; i < Outbox.CAPACITY + 2; i++) {
      outbox.send(message("id-" + i, "ada@example.com", MessageKind.PASSWORD_RESET));
    }

    assertEquals(Outbox.CAPACITY, outbox.messages().size());
    assertEquals("id-2", outbox.messages().get(0).id());
    assertThrows(UnknownIdException.class, () -> outbox.redeliver("id-1"));
  }

  @Test
  void aMessageGoesWhenALaterOneComesAfterItsRetention() {
    outbox.send(sentAt("old", Instant.EPOCH));
    outbox.send(sentAt("young", Instant.EPOCH.plusSeconds(1)));
    outbox.send(sentAt("new", Instant.EPOCH.plus(Retention.TIME)));

    assertEquals(
        List.of("young", "new"), outbox.messages().stream().map(OutboxMessage::id).toList());
  }

  private static OutboxMessage sentAt(String id, Instant moment) {
    return new OutboxMessage(
        id,
        OutboxMessage.Channel.EMAIL,
        "ada@example.com",
        MessageKind.PASSWORD_RESET,
        "subject",
        "text",
        null,
        null,
        null,
        moment);
  }
}
