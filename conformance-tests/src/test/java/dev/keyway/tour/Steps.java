package dev.keyway.tour;

import java.util.function.Supplier;

/** Shows what each step of the tour does. */
interface Steps {

  /** Runs a step and hands on what it gives. */
  <T> T step(String title, Supplier<T> body);

  /** Runs a step that gives nothing. */
  default void step(String title, Runnable body) {
    boolean done =
        step(
            title,
            () -> {
              body.run();
              return true;
            });
    TourApplication.expect(done, title);
  }
}
