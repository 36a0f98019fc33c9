package dev.keyway;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Several observers as one that never throws. */
record Observers(List<AuthObserver> all) implements AuthObserver {

  @Override
  public CallEnd onCallStart(CallStart call) {
    Deque<CallEnd> ends = new ArrayDeque<>();
    all.forEach(observer -> quietly(() -> ends.push(observer.onCallStart(call))));
    return event -> ends.forEach(end -> quietly(() -> end.ended(event)));
  }

  @Override
  public void onCall(CallEvent event) {
    all.forEach(observer -> quietly(() -> observer.onCall(event)));
  }

  @Override
  public void onWire(WireEvent event) {
    all.forEach(observer -> quietly(() -> observer.onWire(event)));
  }

  /** Also of what is not there at run time: an observer's library may be of another version. */
  private static void quietly(Runnable report) {
    try {
      report.run();
    } catch (Exception | LinkageError | AssertionError e) {
      // Asked for here: a first logger looks through the whole class path, which no call waits for.
      System.getLogger(AuthObserver.class.getName())
          .log(Level.WARNING, "An AuthObserver failed", e);
    }
  }
}
