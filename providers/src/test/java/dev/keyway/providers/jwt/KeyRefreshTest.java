package dev.keyway.providers.jwt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.Retry;
import dev.keyway.providers.TestClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Keys that grow old are fetched beside the calls that use them, which wait for what they need. */
class KeyRefreshTest {

  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private final TestClock clock = new TestClock();
  private final Queue<Runnable> beside = new ArrayDeque<>();
  private final String published = TokenMint.keySet(TokenMint.RSA);
  private boolean down;
  private int fetches;
  private final Keys keys = keys(this::fetch, beside::add);

  private Keys keys(JwksSource source, Executor background) {
    return new Keys(JwtAlgorithm.RS256, source, clock, background, Duration.ofDays(1));
  }

  private String fetch(Duration timeout) {
    fetches++;
    if (down) {
      throw noConnection();
    }
    return published;
  }

  private static AuthException noConnection() {
    return AuthException.of(
        ErrorCode.CONNECTION_FAILED, "No connection", Retry.SAFE_NOW, (Throwable) null);
  }

  private void known() {
    assertTrue(keys.find("rsa-1", TIMEOUT).isPresent());
  }

  @Test
  void keysOfTenMinutesAreFetchedAgainOnce() {
    known();
    clock.advance(Duration.ofMinutes(10).minusSeconds(1));
    known();
    assertEquals(0, beside.size());
    clock.advance(Duration.ofSeconds(1));
    known();
    known();
    assertEquals(1, beside.size());
    assertEquals(1, fetches);
    beside.remove().run();
    assertEquals(2, fetches);
    clock.advance(Duration.ofMinutes(9));
    known();
    assertEquals(0, beside.size());
  }

  @Test
  void aFetchBesideThatFailsIsTriedAgainAfterAMinute() {
    known();
    clock.advance(Duration.ofMinutes(10));
    down = true;
    known();
    clock.advance(Duration.ofSeconds(50));
    beside.remove().run();
    clock.advance(Duration.ofSeconds(59));
    known();
    assertEquals(0, beside.size());
    clock.advance(Duration.ofSeconds(1));
    known();
    assertEquals(1, beside.size());
  }

  @Test
  void aClientThatIsClosedMeanwhileFetchesNothingBeside() {
    Keys closing =
        keys(
            this::fetch,
            task -> {
              throw new RejectedExecutionException();
            });
    closing.find("rsa-1", TIMEOUT);
    clock.advance(Duration.ofMinutes(10));
    assertTrue(closing.cached("rsa-1").isPresent());
    assertEquals(Optional.empty(), closing.find("rsa-2", TIMEOUT));
    assertEquals(2, fetches);
  }

  @Test
  void whoWaitsForAnothersFetchWaitsNoLongerThanItsTimeout() {
    known();
    clock.advance(Duration.ofMinutes(10));
    AuthException late =
        assertThrows(AuthException.class, () -> keys.find("rsa-2", Duration.ofNanos(1)));
    assertEquals(ErrorCode.NO_RESPONSE, late.code());
    assertEquals(Retry.SAFE_LATER, late.retry());
    assertEquals(1, fetches);
  }

  @Test
  void whoIsInterruptedWhileWaitingStaysInterrupted() {
    known();
    clock.advance(Duration.ofMinutes(10));
    Thread.currentThread().interrupt();
    AuthException interrupted =
        assertThrows(AuthException.class, () -> keys.find("rsa-2", TIMEOUT));
    assertTrue(Thread.interrupted());
    assertEquals(ErrorCode.NO_RESPONSE, interrupted.code());
  }

  @Test
  void whoWaitsForAFetchThatFailsIsToldWhy() throws Exception {
    assertEquals(ErrorCode.CONNECTION_FAILED, failsWaiting(noConnection()).code());
    assertEquals(
        ErrorCode.NO_RESPONSE, failsWaiting(new IllegalStateException("on purpose")).code());
  }

  /** What a thread gets that waits for the fetch of another one. */
  private AuthException failsWaiting(RuntimeException failure) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Void> end = new CompletableFuture<>();
    Keys held =
        keys(
            timeout -> {
              begun.countDown();
              end.join();
              throw failure;
            },
            beside::add);
    Thread fetching =
        new Thread(() -> assertThrows(RuntimeException.class, () -> held.find("k", TIMEOUT)));
    fetching.start();
    begun.await();
    AtomicReference<AuthException> told = new AtomicReference<>();
    Thread waiting =
        new Thread(
            () -> told.set(assertThrows(AuthException.class, () -> held.find("k", TIMEOUT))));
    waiting.start();
    while (waiting.isAlive() && waiting.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    end.complete(null);
    waiting.join();
    fetching.join();
    return Objects.requireNonNull(told.get());
  }
}
