package dev.keyway.emulator.internal.server;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** How many requests were answered: whoever saves what they changed looks here. */
@Singleton
public final class Activity {
  private final AtomicLong answered = new AtomicLong();

  @Inject
  Activity() {}

  void answered() {
    answered.incrementAndGet();
  }

  /** A number that grows with each request. */
  public long count() {
    return answered.get();
  }
}
