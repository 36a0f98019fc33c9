package dev.keyway.emulator.internal.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of codes that are over, and for how long. */
class OneTimeCodesTest {
  private static final CodeKind<String> KIND = new CodeKind<>("kind");
  private static final CodeKind<String> OTHER = new CodeKind<>("kind");
  private static final Duration LIFE = Duration.ofMinutes(10);

  private final MovableClock clock = new MovableClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  private final OneTimeCodes codes = new OneTimeCodes(clock);

  @Test
  void aSpentCodeIsKnownUntilItsRetentionIsOver() {
    issue("a").spend();
    clock.advance(LIFE.plus(Retention.TIME).minusSeconds(1));

    assertTrue(codes.find(KIND, "a").orElseThrow().spent());
    assertEquals(1, codes.all(KIND).size());

    clock.advance(Duration.ofSeconds(1));

    assertTrue(codes.find(KIND, "a").isEmpty());
    assertEquals(List.of(), codes.all(KIND));
    issue("b");
    assertEquals(1, codes.count());
  }

  @Test
  void ofTooManyThatExpiredTheEarliestAreForgotten() {
    for (int i = 0; i < Retention.COUNT + 5; i++) {
      issue("code-" + i);
    }
    clock.advance(LIFE);
    issue("last");

    assertEquals(Retention.COUNT + 1, codes.count());
    assertTrue(codes.find(KIND, "code-4").isEmpty());
    assertTrue(codes.find(KIND, "code-5").isPresent());
  }

  /** Short codes come again; what goes when the first one's time is over is the first one. */
  @Test
  void aCodeOfAValueThatWasUsedBeforeHasATimeOfItsOwn() {
    issue("123456").spend();
    clock.advance(LIFE);
    issue("123456");
    clock.advance(Retention.TIME);
    issue("other");

    assertTrue(codes.find(KIND, "123456").isPresent());
  }

  @Test
  void codesOfTwoKindsWithOneValueStayApart() {
    codes.issue(OTHER, "a", LIFE, "other");
    codes.forget(issue("a"));

    assertTrue(codes.find(KIND, "a").isEmpty());
    assertEquals("other", codes.find(OTHER, "a").orElseThrow().facts());
  }

  @Test
  void theCountsOfTheSubjectsThatWereGuessedAtLastAreRemembered() {
    codes.countGuess("first");
    codes.countGuess("second");
    codes.countGuess("first");
    for (int i = 0; i < Retention.COUNT - 1; i++) {
      codes.countGuess("subject-" + i);
    }

    assertEquals(0, codes.copy().countGuess("second"));
    assertEquals(2, codes.countGuess("first"));
  }

  @Test
  void guessesAreForgottenLongAfterTheLastOne() {
    codes.countGuess("a");
    clock.advance(Retention.TIME.minusSeconds(1));
    assertEquals(1, codes.countGuess("a"));
    clock.advance(Retention.TIME);
    assertEquals(0, codes.countGuess("a"));
  }

  @Test
  void aCopyForgetsWhatItsOriginalWouldForget() {
    issue("a");
    OneTimeCodes copy = codes.copy();
    clock.advance(LIFE.plus(Retention.TIME));
    copy.issue(KIND, "b", LIFE, "facts");

    assertEquals(1, copy.count());
    assertEquals(1, codes.count());
    assertTrue(codes.find(KIND, "a").isEmpty());
  }

  @Test
  void aCopyIsUsedUpApartFromItsOriginal() {
    issue("spent").spend();
    OneTimeCode<String> fresh = issue("fresh");
    OneTimeCodes copy = codes.copy();

    assertTrue(copy.find(KIND, "spent").orElseThrow().spent());
    assertTrue(copy.twin(fresh).spend());
    assertFalse(fresh.spent());
    assertSame(copy.find(KIND, "fresh").orElseThrow(), copy.twin(fresh));
    codes.forget(fresh);
    assertTrue(copy.find(KIND, "fresh").isPresent());
  }

  @Test
  void aForgottenCodeHasATwinOfItsOwn() {
    OneTimeCode<String> code = issue("a");
    codes.forget(code);
    OneTimeCode<String> twin = codes.copy().twin(code);

    assertNotSame(code, twin);
    assertEquals("a", twin.value());
  }

  @Test
  void allCodesOfAKindAreToldOldestFirst() {
    OneTimeCode<String> first = issue("b");
    codes.issue(OTHER, "c", LIFE, "other");
    OneTimeCode<String> second = issue("a");

    assertEquals(List.of(first, second), codes.all(KIND));
    assertEquals(3, codes.count());
  }

  /** Another code of the same kind and value was made since: it is not the one to forget. */
  @Test
  void onlyTheCodeItselfIsForgotten() {
    OneTimeCode<String> before = issue("a");
    OneTimeCode<String> after = issue("a");
    codes.forget(before);

    assertSame(after, codes.find(KIND, "a").orElseThrow());
    codes.forget(after);
    assertEquals(0, codes.count());
    clock.advance(LIFE.plus(Retention.TIME));
    issue("b");
    assertEquals(1, codes.count());
  }

  @Test
  void guessesAreCountedForEachSubject() {
    assertEquals(0, codes.countGuess("a"));
    assertEquals(1, codes.countGuess("a"));
    assertEquals(0, codes.countGuess("b"));
    assertEquals(2, codes.copy().countGuess("a"));
    assertEquals(2, codes.countGuess("a"));
  }

  private OneTimeCode<String> issue(String value) {
    return codes.issue(KIND, value, LIFE, "facts");
  }
}
