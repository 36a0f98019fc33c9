package dev.keyway.conformance;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/**
 * The ends of calls that were made by as many threads at the same moment.
 *
 * @param winners what the calls that succeeded gave
 * @param refusals why the others failed
 * @param <T> what a call gives
 */
record ConcurrentCalls<T>(List<T> winners, List<ErrorCode> refusals) {

  /** How many use at once what works once. */
  static final int RACERS = 32;

  private static final int TIMEOUT_SECONDS = 300;

  static <T> ConcurrentCalls<T> run(int threads, Callable<T> call) {
    return run(threads, index -> call);
  }

  static <T> ConcurrentCalls<T> run(int threads, IntFunction<Callable<T>> calls) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CountDownLatch ready = new CountDownLatch(threads);
      List<Future<T>> runners = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Callable<T> call = calls.apply(i);
        runners.add(
            pool.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return call.call();
                }));
      }
      return collect(runners);
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T> ConcurrentCalls<T> collect(List<Future<T>> runners) {
    List<T> winners = new ArrayList<>();
    List<ErrorCode> refusals = new ArrayList<>();
    for (Future<T> runner : runners) {
      try {
        winners.add(runner.get(TIMEOUT_SECONDS, TimeUnit.SECONDS));
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof AuthException refusal)) {
          throw new AssertionError("A call failed with something else than AuthException", e);
        }
        refusals.add(refusal.code());
      } catch (TimeoutException e) {
        throw new AssertionError("A call hangs", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("Interrupted", e);
      }
    }
    return new ConcurrentCalls<>(winners, refusals);
  }
}
