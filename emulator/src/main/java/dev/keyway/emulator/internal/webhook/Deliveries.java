package dev.keyway.emulator.internal.webhook;

import dev.keyway.emulator.WebhookAttempt;
import dev.keyway.emulator.WebhookFault;
import dev.keyway.emulator.internal.outbound.OutboundHttp;
import dev.keyway.emulator.internal.state.MovableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way to the targets of one world. Svix's published schedule, by the world's clock;
 * what is due goes when the clock is moved or gets there.
 */
final class Deliveries {
  /** After the attempt before failed. */
  private static final List<Duration> DELAYS =
      List.of(
          Duration.ZERO,
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(10));

  /** Signs an event for an attempt, and keeps what came of it. */
  interface Journal {
    /** The request of an attempt that begins now; empty if the event is forgotten. */
    Optional<SignedRequest> sign(String eventId, Instant at);

    void attempted(String eventId, WebhookAttempt attempt);
  }

  private final MovableClock clock;
  private final OutboundHttp outbound;
  private final Journal journal;
  private final DeliveryFaults faults = new DeliveryFaults();

  private final Set<URI> targets = new LinkedHashSet<>();
  private final List<Delivery> pending = new ArrayList<>();
  private Duration timeout = Duration.ofSeconds(15);
  private boolean shuffled;
  private boolean duplicated;
  private @Nullable String held;
  private @Nullable Instant alarm;

  Deliveries(MovableClock clock, OutboundHttp outbound, Journal journal) {
    this.clock = clock;
    this.outbound = outbound;
    this.journal = journal;
    clock.whenMoved(this::clockMoved);
  }

  synchronized void deliverTo(URI target) {
    outbound.require(target);
    targets.add(target);
  }

  synchronized void stopDelivering(URI target) {
    targets.remove(target);
    pending.removeIf(delivery -> delivery.target.equals(target));
  }

  synchronized List<URI> targets() {
    return List.copyOf(targets);
  }

  synchronized void timeout(Duration longest) {
    timeout = longest;
  }

  synchronized Duration timeout() {
    return timeout;
  }

  DeliveryFaults faults() {
    return faults;
  }

  synchronized boolean shuffled() {
    return shuffled;
  }

  void shuffled(boolean on) {
    synchronized (this) {
      shuffled = on;
    }
    if (!on) {
      releaseHeld();
    }
  }

  synchronized boolean duplicated() {
    return duplicated;
  }

  synchronized void duplicated(boolean on) {
    duplicated = on;
  }

  /** Delivers a new event, or holds it back until the next one is there. */
  void add(String eventId) {
    synchronized (this) {
      if (targets.isEmpty()) {
        return;
      }
      if (shuffled && held == null) {
        held = eventId;
        return;
      }
      String before = held;
      held = null;
      enqueue(eventId, before);
    }
    pump();
  }

  /** Delivers an event now, whatever is held back. */
  void addNow(String eventId) {
    synchronized (this) {
      enqueue(eventId, null);
    }
    pump();
  }

  /** Forgets what is under way; targets stay. */
  synchronized void clear() {
    pending.clear();
    held = null;
  }

  /** No faults any more. */
  synchronized void calm() {
    shuffled = false;
    duplicated = false;
    faults.clear();
  }

  /** Forgets targets, too. */
  synchronized void close() {
    clear();
    targets.clear();
  }

  synchronized List<Delivery> snapshot() {
    return pending.stream().map(Delivery::copy).toList();
  }

  void restore(List<Delivery> snapshot) {
    synchronized (this) {
      clear();
      snapshot.stream()
          .filter(delivery -> targets.contains(delivery.target))
          .forEach(delivery -> pending.add(delivery.copy()));
    }
    pump();
  }

  private void enqueue(String eventId, @Nullable String next) {
    Instant now = clock.instant();
    for (URI target : targets) {
      for (int i = 0; i < (duplicated ? 2 : 1); i++) {
        pending.add(new Delivery(eventId, target, now, i == 0 ? next : null));
      }
    }
  }

  private void clockMoved() {
    releaseHeld();
    alarmRang();
  }

  private void releaseHeld() {
    String released;
    synchronized (this) {
      released = held;
      held = null;
    }
    if (released != null) {
      addNow(released);
    }
  }

  /** Sends what is due, and sets an alarm for what comes next. */
  private void pump() {
    List<Delivery> due = new ArrayList<>();
    Instant now = clock.instant();
    Duration longest;
    synchronized (this) {
      longest = timeout;
      for (Delivery delivery : pending) {
        if (!delivery.inFlight && !now.isBefore(delivery.dueAt)) {
          delivery.inFlight = true;
          due.add(delivery);
        }
      }
      setAlarm(now);
    }
    due.forEach(delivery -> send(delivery, now, longest));
  }

  private void setAlarm(Instant now) {
    if (clock.frozen()) {
      return;
    }
    pending.stream()
        .filter(delivery -> !delivery.inFlight)
        .map(delivery -> delivery.dueAt)
        .min(Comparator.naturalOrder())
        .filter(next -> alarm == null || next.isBefore(alarm) || !now.isBefore(alarm))
        .ifPresent(
            next -> {
              alarm = next;
              outbound.later(Duration.between(now, next), this::alarmRang);
            });
  }

  /** The clock may have stood still meanwhile, or gone back: then there is another one to set. */
  private void alarmRang() {
    synchronized (this) {
      alarm = null;
    }
    pump();
  }

  private void send(Delivery delivery, Instant at, Duration longest) {
    Optional<SignedRequest> request = journal.sign(delivery.eventId, at);
    if (request.isEmpty()) {
      drop(delivery);
      return;
    }
    attempt(request.get(), delivery.target, longest, receipt(delivery, at));
  }

  /** Sends, or lets go wrong what is to go wrong. */
  private void attempt(
      SignedRequest request, URI target, Duration longest, OutboundHttp.Receipt receipt) {
    WebhookFault fault = faults.next().orElse(null);
    if (fault == WebhookFault.DOWN) {
      outbound.later(Duration.ZERO, () -> receipt.failed("the connection failed"));
    } else if (fault == WebhookFault.ERROR) {
      outbound.later(Duration.ZERO, () -> receipt.answered(500));
    } else {
      outbound.post(
          target,
          request.headers(),
          request.body(),
          longest,
          fault == WebhookFault.SLOW ? deaf(receipt, longest) : receipt);
    }
  }

  private OutboundHttp.Receipt receipt(Delivery delivery, Instant at) {
    return new OutboundHttp.Receipt() {
      @Override
      public void answered(int status) {
        done(
            delivery,
            new WebhookAttempt(delivery.target, at, Optional.of(status), Optional.empty()));
      }

      @Override
      public void failed(String reason) {
        done(
            delivery,
            new WebhookAttempt(delivery.target, at, Optional.empty(), Optional.of(reason)));
      }
    };
  }

  /** One that no answer reaches in time. */
  private static OutboundHttp.Receipt deaf(OutboundHttp.Receipt receipt, Duration longest) {
    return new OutboundHttp.Receipt() {
      @Override
      public void answered(int status) {
        receipt.failed("no answer within " + longest);
      }

      @Override
      public void failed(String reason) {
        receipt.failed(reason);
      }
    };
  }

  private synchronized void drop(Delivery delivery) {
    pending.remove(delivery);
  }

  private void done(Delivery delivery, WebhookAttempt attempt) {
    synchronized (this) {
      if (!pending.contains(delivery)) {
        return;
      }
      if (attempt.delivered() || ++delivery.attempts == DELAYS.size()) {
        pending.remove(delivery);
      } else {
        delivery.inFlight = false;
        delivery.dueAt = clock.instant().plus(DELAYS.get(delivery.attempts));
      }
      if (delivery.next != null) {
        pending.add(new Delivery(delivery.next, delivery.target, clock.instant(), null));
        delivery.next = null;
      }
    }
    journal.attempted(delivery.eventId, attempt);
    pump();
  }

  /** What one attempt sends. */
  record SignedRequest(Map<String, List<String>> headers, String body) {
    @Override
    public String toString() {
      return "SignedRequest";
    }
  }

  /** One event on its way to one target. */
  static final class Delivery {
    private final String eventId;
    private final URI target;
    private Instant dueAt;
    private int attempts;
    private boolean inFlight;

    /** The event that was held back, and goes when this one was tried once. */
    private @Nullable String next;

    Delivery(String eventId, URI target, Instant dueAt, @Nullable String next) {
      this.eventId = eventId;
      this.target = target;
      this.dueAt = dueAt;
      this.next = next;
    }

    /** The same, not under way. */
    private Delivery copy() {
      Delivery copy = new Delivery(eventId, target, dueAt, next);
      copy.attempts = attempts;
      return copy;
    }
  }
}
