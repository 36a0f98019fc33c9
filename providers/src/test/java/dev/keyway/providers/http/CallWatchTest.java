package dev.keyway.providers.http;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 10, unit = TimeUnit.MINUTES)
class CallWatchTest {

  private static final Duration OFTEN = Duration.ofMillis(1);

  @Test
  void aRequestThatIsLateIsAborted() throws InterruptedException {
    try (CallWatch watch = new CallWatch(OFTEN, 1)) {
      awaitAbort(watch);
    }
  }

  @Test
  void nobodyLooksWhileThereIsNothingToLookAfter() throws InterruptedException {
    try (CallWatch watch = new CallWatch(OFTEN, 1)) {
      for (int i = 0; i < 50; i++) {
        awaitAbort(watch);
        awaitNobody(watch);
      }
      assertFalse(watch.isLooking());
    }
  }

  @Test
  void manyThreadsThatComeAndGoAreAllLookedAfter() throws InterruptedException {
    try (CallWatch watch = new CallWatch(OFTEN, 0)) {
      CountDownLatch done = new CountDownLatch(16);
      for (int i = 0; i < 16; i++) {
        new Thread(
                () -> {
                  for (int round = 0; round < 100; round++) {
                    awaitAbort(watch);
                  }
                  done.countDown();
                })
            .start();
      }
      done.await();
    }
  }

  @Test
  void anAbortThatFailsLeavesTheOthersLookedAfter() throws InterruptedException {
    try (CallWatch watch = new CallWatch(OFTEN, 1)) {
      CallScope.within(
          Duration.ofNanos(1),
          () -> {
            CountDownLatch tried = new CountDownLatch(1);
            CallScope.current()
                .request(
                    () -> {
                      tried.countDown();
                      throw new IllegalStateException("cannot be aborted");
                    });
            CallWatch.Watched watched = watch.begin(CallScope.current());
            try {
              tried.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            return watched;
          });
      awaitAbort(watch);
    }
  }

  private static void awaitAbort(CallWatch watch) {
    CallScope.within(
        Duration.ofNanos(1),
        () -> {
          CountDownLatch aborted = new CountDownLatch(1);
          CallScope scope = CallScope.current();
          scope.request(
              () -> {
                aborted.countDown();
                return true;
              });
          CallWatch.Watched watched = watch.begin(scope);
          try {
            aborted.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          } finally {
            watched.end();
          }
          return watch;
        });
  }

  private static void awaitNobody(CallWatch watch) {
    while (watch.isLooking()) {
      Thread.onSpinWait();
    }
  }
}
