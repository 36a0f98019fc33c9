package dev.keyway.emulator.internal.webhook;

import dev.keyway.emulator.UnknownIdException;
import dev.keyway.emulator.WebhookAttempt;
import dev.keyway.emulator.WebhookEvent;
import dev.keyway.emulator.WebhookFault;
import dev.keyway.emulator.Webhooks;
import dev.keyway.emulator.internal.outbound.OutboundHttp;
import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.snapshot.NotInSnapshot;
import dev.keyway.emulator.internal.state.MovableClock;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps every event and wakes those who wait for one. */
public final class RecordingWebhooks implements Webhooks {
  private static final int ID_LENGTH = 27;

  /** A world that runs for long does not grow with each of them. */
  static final int MOST_EVENTS = 10_000;

  @NotInSnapshot("guards")
  private final ReentrantLock lock = new ReentrantLock();

  @NotInSnapshot("wakes")
  private final Condition made = lock.newCondition();

  @NotInSnapshot("has a snapshot of its own")
  private final Clock clock;

  @NotInSnapshot("the source of chance")
  private final Randomness random;

  /** What is under way is in the snapshot; targets and faults are the test's. */
  private final Deliveries deliveries;

  private final Map<String, SigningSecrets> secrets = new LinkedHashMap<>();
  private final Map<String, JournalEntry> events = new LinkedHashMap<>();
  private final Set<String> handedOut = new HashSet<>();

  /** No events, of no vendor. */
  public RecordingWebhooks(MovableClock clock, Randomness random, OutboundHttp outbound) {
    this.clock = clock;
    this.random = random;
    this.deliveries = new Deliveries(clock, outbound, new Attempts());
  }

  /** What makes the events of one vendor, with a secret of its own. */
  public EventSender sender(String vendor) {
    lock.lock();
    try {
      SigningSecrets own = new SigningSecrets(random, clock);
      secrets.put(vendor, own);
      return new EventSender(vendor, own, this);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public WebhookEvent send(String vendor, String type, String body) {
    return add(vendor, type, body).event();
  }

  /** The same for nobody who looks at it. */
  JournalEntry add(String vendor, String type, String body) {
    String id = "msg_" + random.alphanumeric(ID_LENGTH);
    JournalEntry entry;
    lock.lock();
    try {
      Instant now = clock.instant();
      entry = new JournalEntry(id, vendor, type, body, now, of(vendor).signer(now));
      events.put(id, entry);
      forgetOldest();
      made.signalAll();
    } finally {
      lock.unlock();
    }
    deliveries.add(id);
    return entry;
  }

  private void forgetOldest() {
    Iterator<String> oldest = events.keySet().iterator();
    while (events.size() > MOST_EVENTS) {
      handedOut.remove(oldest.next());
      oldest.remove();
    }
  }

  @Override
  public List<WebhookEvent> events() {
    List<JournalEntry> all;
    lock.lock();
    try {
      all = List.copyOf(events.values());
    } finally {
      lock.unlock();
    }
    return all.stream().map(JournalEntry::event).toList();
  }

  @Override
  public Optional<WebhookEvent> find(String eventId) {
    lock.lock();
    try {
      return Optional.ofNullable(events.get(eventId)).map(JournalEntry::event);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public WebhookEvent await(String type, Duration timeout)
      throws TimeoutException, InterruptedException {
    long nanosLeft = timeout.toNanos();
    lock.lockInterruptibly();
    try {
      while (true) {
        Optional<JournalEntry> found =
            events.values().stream()
                .filter(event -> event.type().equals(type) && !handedOut.contains(event.id()))
                .findFirst();
        if (found.isPresent()) {
          handedOut.add(found.get().id());
          return found.get().event();
        }
        if (nanosLeft <= 0) {
          throw new TimeoutException(
              "No %s event within %s. Made so far: %s".formatted(type, timeout, events.values()));
        }
        nanosLeft = made.awaitNanos(nanosLeft);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public WebhookEvent await(String type) {
    try {
      return await(type, DEFAULT_TIMEOUT);
    } catch (TimeoutException e) {
      throw new AssertionError(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting for a " + type + " event", e);
    }
  }

  @Override
  public String secret(String vendor) {
    return of(vendor).current();
  }

  @Override
  public String rotateSecret(String vendor) {
    return of(vendor).rotate();
  }

  @Override
  public WebhookEvent redeliver(String eventId) {
    JournalEntry again;
    lock.lock();
    try {
      again = signed(require(eventId), clock.instant());
      events.put(eventId, again);
      handedOut.remove(eventId);
      made.signalAll();
    } finally {
      lock.unlock();
    }
    deliveries.addNow(eventId);
    return again.event();
  }

  @Override
  public void clear() {
    lock.lock();
    try {
      events.clear();
      handedOut.clear();
      deliveries.clear();
    } finally {
      lock.unlock();
    }
  }

  /** The events and secrets until now. */
  public Snapshot snapshot() {
    lock.lock();
    try {
      Map<String, SigningSecrets.Snapshot> kept = new HashMap<>();
      secrets.forEach((vendor, own) -> kept.put(vendor, own.snapshot()));
      return new Snapshot(
          List.copyOf(events.values()), Set.copyOf(handedOut), kept, deliveries.snapshot());
    } finally {
      lock.unlock();
    }
  }

  /** Holds what it held when {@code snapshot} was taken. */
  public void restore(Snapshot snapshot) {
    lock.lock();
    try {
      clear();
      snapshot.events.forEach(event -> events.put(event.id(), event));
      handedOut.addAll(snapshot.handedOut);
      snapshot.secrets.forEach((vendor, own) -> of(vendor).restore(own));
      made.signalAll();
    } finally {
      lock.unlock();
    }
    deliveries.restore(snapshot.deliveries);
  }

  @Override
  public void deliverTo(URI target) {
    deliveries.deliverTo(target);
  }

  @Override
  public void stopDelivering(URI target) {
    deliveries.stopDelivering(target);
  }

  @Override
  public List<URI> targets() {
    return deliveries.targets();
  }

  @Override
  public void timeout(Duration longest) {
    if (longest.isNegative() || longest.isZero()) {
      throw new IllegalArgumentException("timeout must be positive but is " + longest);
    }
    deliveries.timeout(longest);
  }

  @Override
  public Duration timeout() {
    return deliveries.timeout();
  }

  @Override
  public void fail(WebhookFault fault, int times) {
    deliveries.faults().add(fault, times);
  }

  @Override
  public int failing() {
    return deliveries.faults().count();
  }

  @Override
  public void stopFailing() {
    deliveries.faults().clear();
  }

  @Override
  public void shuffled(boolean on) {
    deliveries.shuffled(on);
  }

  @Override
  public boolean shuffled() {
    return deliveries.shuffled();
  }

  @Override
  public void duplicated(boolean on) {
    deliveries.duplicated(on);
  }

  @Override
  public boolean duplicated() {
    return deliveries.duplicated();
  }

  @Override
  public WebhookEvent awaitAttempts(String eventId, int count, Duration timeout)
      throws TimeoutException, InterruptedException {
    long nanosLeft = timeout.toNanos();
    lock.lockInterruptibly();
    try {
      while (true) {
        JournalEntry entry = require(eventId);
        if (entry.attempts() >= count) {
          return entry.event();
        }
        if (nanosLeft <= 0) {
          throw new TimeoutException(
              "Not %d attempts within %s: %s %s"
                  .formatted(count, timeout, entry, entry.event().attempts()));
        }
        nanosLeft = made.awaitNanos(nanosLeft);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public WebhookEvent awaitAttempts(String eventId, int count) {
    try {
      return awaitAttempts(eventId, count, DEFAULT_TIMEOUT);
    } catch (TimeoutException e) {
      throw new AssertionError(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting for attempts of " + eventId, e);
    }
  }

  /** Forgets all events, and what goes wrong on purpose. Secrets and targets stay. */
  public void reset() {
    clear();
    deliveries.calm();
  }

  /** Nothing is delivered any more. */
  public void close() {
    deliveries.close();
  }

  private JournalEntry require(String eventId) {
    JournalEntry entry = events.get(eventId);
    if (entry == null) {
      throw new UnknownIdException("webhook event", eventId);
    }
    return entry;
  }

  private JournalEntry signed(JournalEntry entry, Instant at) {
    return entry.signed(of(entry.vendor()).signer(at));
  }

  private SigningSecrets of(String vendor) {
    lock.lock();
    try {
      SigningSecrets own = secrets.get(vendor);
      if (own == null) {
        throw new UnknownIdException("vendor among " + secrets.keySet(), vendor);
      }
      return own;
    } finally {
      lock.unlock();
    }
  }

  /** What deliveries know of events. */
  private final class Attempts implements Deliveries.Journal {
    @Override
    public Optional<Deliveries.SignedRequest> sign(String eventId, Instant at) {
      lock.lock();
      try {
        JournalEntry entry = events.get(eventId);
        if (entry == null) {
          return Optional.empty();
        }
        JournalEntry signed = signed(entry, at);
        events.put(eventId, signed);
        WebhookEvent event = signed.event();
        return Optional.of(new Deliveries.SignedRequest(event.headers(), event.body()));
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void attempted(String eventId, WebhookAttempt attempt) {
      lock.lock();
      try {
        events.computeIfPresent(eventId, (id, entry) -> entry.attempted(attempt));
        made.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Webhooks at one moment. */
  public static final class Snapshot {
    private final List<JournalEntry> events;
    private final Set<String> handedOut;
    private final Map<String, SigningSecrets.Snapshot> secrets;
    private final List<Deliveries.Delivery> deliveries;

    private Snapshot(
        List<JournalEntry> events,
        Set<String> handedOut,
        Map<String, SigningSecrets.Snapshot> secrets,
        List<Deliveries.Delivery> deliveries) {
      this.events = events;
      this.handedOut = handedOut;
      this.secrets = secrets;
      this.deliveries = deliveries;
    }
  }
}
