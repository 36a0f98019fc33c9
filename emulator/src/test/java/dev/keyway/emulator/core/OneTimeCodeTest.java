package dev.keyway.emulator.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class OneTimeCodeTest {
  private static final int THREADS = 8;

  private final OneTimeCodes codes = new OneTimeCodes(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  @RepeatedTest(100)
  void ofManyWhoSpendACodeAtOnceExactlyOneWins() throws Exception {
    OneTimeCode code = codes.issue("kind", "value", Duration.ofMinutes(1), Map.of());
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Boolean>> outcomes = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Callable<Boolean> attempt =
            () -> {
              start.await();
              return code.spend();
            };
        outcomes.add(pool.submit(attempt));
      }
      start.countDown();
      int winners = 0;
      for (Future<Boolean> outcome : outcomes) {
        winners += outcome.get() ? 1 : 0;
      }
      assertEquals(1, winners);
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void aCodeIsDeadFromTheMomentItExpires() {
    OneTimeCode code = codes.issue("kind", "value", Duration.ofMinutes(1), Map.of());

    assertFalse(code.expiredAt(Instant.EPOCH.plusSeconds(59)));
    assertTrue(code.expiredAt(Instant.EPOCH.plusSeconds(60)));
  }

  @Test
  void codesOfTwoKindsNeverMeet() {
    codes.issue("kind", "value", Duration.ofMinutes(1), Map.of());

    assertTrue(codes.find("other", "value").isEmpty());
  }

  @Test
  void aCodeDoesNotTellItsValue() {
    OneTimeCode code = codes.issue("kind", "very-secret", Duration.ofMinutes(1), Map.of());

    assertFalse(code.toString().contains("very-secret"));
  }
}
