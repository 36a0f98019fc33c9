package dev.keyway.conformance;

import java.time.Duration;
import java.time.Instant;

/** The time of one project. */
public interface TimeMachine {

  /** The project's present moment. */
  Instant now();

  /** Moves the project's time on. */
  void advance(Duration step);
}
