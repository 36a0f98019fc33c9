package dev.keyway.conformance;

import dev.keyway.AuthException;
import dev.keyway.AuthObserver;
import dev.keyway.CallEvent;
import dev.keyway.SensitiveValue;
import dev.keyway.WireEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Collects all that a log could show, and looks for secrets in it. */
final class LeakDetector implements AuthObserver {

  private final Set<String> secrets = ConcurrentHashMap.newKeySet();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();

  void hide(SensitiveValue... values) {
    for (SensitiveValue value : values) {
      secrets.add(value.reveal());
    }
  }

  void hide(String... values) {
    secrets.addAll(List.of(values));
  }

  /** Runs a call that may fail, and keeps what a log would show of it. */
  void look(Supplier<?> call) {
    try {
      seen.add(String.valueOf(call.get()));
    } catch (AuthException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      seen.add(trace.toString());
      seen.add(String.valueOf(e.providerError()));
    }
  }

  @Override
  public void onCall(CallEvent event) {
    calls.incrementAndGet();
    events.add(event.toString());
  }

  @Override
  public void onWire(WireEvent event) {
    requests.incrementAndGet();
    events.add(event.toString());
  }

  int calls() {
    return calls.get();
  }

  int requests() {
    return requests.get();
  }

  void assertEventsWithout(String... texts) {
    for (String text : texts) {
      for (String event : events) {
        if (event.contains(text)) {
          throw new AssertionError("An event names a person: " + event);
        }
      }
    }
  }

  void assertNothingSeen() {
    for (String secret : secrets) {
      check(secret, seen, "A result or exception");
      check(secret, events, "An event");
    }
  }

  /** The failure must not show the secret either, so it shows the text without it. */
  private static void check(String secret, List<String> texts, String what) {
    for (String text : texts) {
      if (text.contains(secret)) {
        throw new AssertionError(what + " shows a secret: " + text.replace(secret, "(here)"));
      }
    }
  }
}
