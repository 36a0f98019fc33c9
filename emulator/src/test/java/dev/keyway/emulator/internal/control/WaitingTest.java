package dev.keyway.emulator.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class WaitingTest {
  @Test
  void whoFindsNoPlaceIsTurnedAwayUntilOneIsFree() throws Exception {
    Waiting waiting = new Waiting();
    CountDownLatch seated = new CountDownLatch(Waiting.PLACES);
    CountDownLatch end = new CountDownLatch(1);
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<String>> guests = new ArrayList<>();
      for (int i = 0; i < Waiting.PLACES; i++) {
        guests.add(
            threads.submit(
                () ->
                    waiting.run(
                        () -> {
                          seated.countDown();
                          end.await();
                          return "served";
                        })));
      }
      seated.await();

      ControlFailure refused =
          assertThrows(ControlFailure.class, () -> waiting.run(() -> "served"));
      assertEquals(503, refused.response().status());

      end.countDown();
      for (Future<String> guest : guests) {
        assertEquals("served", guest.get());
      }
      assertEquals("served", waiting.run(() -> "served"));
    } finally {
      threads.shutdownNow();
    }
  }
}
