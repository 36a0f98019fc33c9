package dev.keyway;

import java.lang.System.Logger.Level;
import java.util.List;

/** Several observers as one that never throws. */
record Observers(List<AuthObserver> all) implements AuthObserver {

  private static final System.Logger LOG = System.getLogger(AuthObserver.class.getName());

  @Override
  public void onCall(CallEvent event) {
    all.forEach(observer -> quietly(() -> observer.onCall(event)));
  }

  @Override
  public void onWire(WireEvent event) {
    all.forEach(observer -> quietly(() -> observer.onWire(event)));
  }

  private static void quietly(Runnable report) {
    try {
      report.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "An AuthObserver failed", e);
    }
  }
}
