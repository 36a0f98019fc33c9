package dev.keyway.emulator.internal.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class OneTimeCodeTest {
  private static final int CONTESTED = 200_000;

  private static final CodeKind<String> KIND = new CodeKind<>("kind");

  private final OneTimeCodes codes = new OneTimeCodes(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  /** The one behind is faster, so both run side by side and meet at thousands of codes. */
  @Test
  void ofTwoWhoSpendACodeAtOnceExactlyOneWins() throws Exception {
    List<OneTimeCode<String>> contested = new ArrayList<>();
    for (int i = 0; i < CONTESTED; i++) {
      contested.add(codes.issue(KIND, "value-" + i, Duration.ofMinutes(1), "facts"));
    }
    CountDownLatch bothReady = new CountDownLatch(2);
    Callable<Long> spender =
        () -> {
          bothReady.countDown();
          bothReady.await();
          return contested.stream().filter(OneTimeCode::spend).count();
        };
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Future<Long> one = pool.submit(spender);
      Future<Long> other = pool.submit(spender);

      assertEquals(CONTESTED, one.get() + other.get());
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void aCodeIsDeadFromTheMomentItExpires() {
    OneTimeCode<String> code = codes.issue(KIND, "value", Duration.ofMinutes(1), "facts");

    assertFalse(code.expiredAt(Instant.EPOCH.plusSeconds(59)));
    assertTrue(code.expiredAt(Instant.EPOCH.plusSeconds(60)));
  }

  @Test
  void codesOfTwoKindsNeverMeet() {
    codes.issue(KIND, "value", Duration.ofMinutes(1), "facts");

    CodeKind<String> namesake = new CodeKind<>("kind");

    assertTrue(codes.find(namesake, "value").isEmpty());
  }

  @Test
  void aCodeDoesNotTellItsValue() {
    OneTimeCode<String> code = codes.issue(KIND, "very-secret", Duration.ofMinutes(1), "facts");

    assertEquals("OneTimeCode[kind, expires 1970-01-01T00:01:00Z]", code.toString());
    code.spend();
    assertEquals("OneTimeCode[kind, expires 1970-01-01T00:01:00Z, spent]", code.toString());
  }

  @Test
  void aCodeRemembersWhatItWasMadeOf() {
    OneTimeCode<String> code = codes.issue(KIND, "value", Duration.ofMinutes(1), "facts");

    assertSame(KIND, code.kind());
    assertEquals("value", code.value());
    assertEquals("facts", code.facts());
    assertEquals(Instant.EPOCH, code.createdAt());
    assertEquals(Instant.EPOCH.plusSeconds(60), code.expiresAt());
  }

  @Test
  void aCodeIsSpentOnce() {
    OneTimeCode<String> code = codes.issue(KIND, "value", Duration.ofMinutes(1), "facts");

    assertFalse(code.spent());
    assertTrue(code.spend());
    assertTrue(code.spent());
    assertFalse(code.spend());
  }

  @Test
  void whoLooksForTheCauseIsToldWhyACodeDoesNotWork() {
    OneTimeCode<String> code = codes.issue(KIND, "value", Duration.ofMinutes(1), "facts");
    Instant end = Instant.EPOCH.plusSeconds(60);

    assertEquals("Another request used it at the same time.", code.whyUnusable(Instant.EPOCH));
    assertEquals(
        "It expired at 1970-01-01T00:01:00Z, and the world's clock says 1970-01-01T00:01:00Z.",
        code.whyUnusable(end));
    code.spend();
    assertEquals("It was used already.", code.whyUnusable(end));
  }
}
