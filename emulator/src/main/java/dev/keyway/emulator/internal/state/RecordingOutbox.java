package dev.keyway.emulator.internal.state;

import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.Outbox;
import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.UnknownIdException;
import dev.keyway.emulator.internal.address.CanonicalEmail;
import dev.keyway.emulator.internal.snapshot.NotInSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Keeps the latest messages and wakes those who wait for one. */
public final class RecordingOutbox implements Outbox {
  @NotInSnapshot("guards")
  private final ReentrantLock lock = new ReentrantLock();

  @NotInSnapshot("wakes")
  private final Condition delivered = lock.newCondition();

  @NotInSnapshot("asks the world's ledger")
  private final Supplier<Optional<String>> refusal;

  private final Map<String, OutboxMessage> messages = new LinkedHashMap<>();
  private final Set<String> handedOut = new HashSet<>();
  private final Set<String> bouncing = new LinkedHashSet<>();

  /** An outbox that knows of no requests. */
  public RecordingOutbox() {
    this(Optional::empty);
  }

  /**
   * An outbox that says why nothing came.
   *
   * @param refusal the last request that should have sent a message and was refused, in words that
   *     hold no secret
   */
  public RecordingOutbox(Supplier<Optional<String>> refusal) {
    this.refusal = refusal;
  }

  /** Sends a message. */
  public void send(OutboxMessage message) {
    lock.lock();
    try {
      put(message.bounced(bouncing.contains(key(message.to()))));
      forgetOld(message.sentAt());
      delivered.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<OutboxMessage> messages() {
    lock.lock();
    try {
      return List.copyOf(messages.values());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<OutboxMessage> messagesTo(String address) {
    String wanted = key(address);
    return messages().stream().filter(m -> key(m.to()).equals(wanted)).toList();
  }

  @Override
  public OutboxMessage await(String address, MessageKind kind, Duration timeout)
      throws TimeoutException, InterruptedException {
    long nanosLeft = timeout.toNanos();
    lock.lockInterruptibly();
    try {
      while (true) {
        Optional<OutboxMessage> found = nextFor(address, kind);
        if (found.isPresent()) {
          handedOut.add(found.get().id());
          return found.get();
        }
        if (nanosLeft <= 0) {
          throw new TimeoutException(
              "No %s message to %s within %s.%s Sent so far: %s"
                  .formatted(
                      kind,
                      address,
                      timeout,
                      refusal.get().map(" Last refused: %s."::formatted).orElse(""),
                      messages.values()));
        }
        nanosLeft = delivered.awaitNanos(nanosLeft);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public OutboxMessage await(String address, MessageKind kind) {
    try {
      return await(address, kind, DEFAULT_TIMEOUT);
    } catch (TimeoutException e) {
      throw new AssertionError(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting for a message to " + address, e);
    }
  }

  @Override
  public void bounce(String address) {
    lock.lock();
    try {
      bouncing.add(key(address));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void unbounce(String address) {
    lock.lock();
    try {
      bouncing.remove(key(address));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Set<String> bouncing() {
    lock.lock();
    try {
      return Set.copyOf(bouncing);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public OutboxMessage redeliver(String messageId) {
    lock.lock();
    try {
      OutboxMessage message = messages.get(messageId);
      if (message == null) {
        throw new UnknownIdException("message", messageId);
      }
      OutboxMessage again = message.bounced(bouncing.contains(key(message.to())));
      put(again);
      handedOut.remove(messageId);
      delivered.signalAll();
      return again;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void clear() {
    lock.lock();
    try {
      messages.clear();
      handedOut.clear();
    } finally {
      lock.unlock();
    }
  }

  /** Forgets all messages, and that addresses bounce. */
  public void reset() {
    lock.lock();
    try {
      clear();
      bouncing.clear();
    } finally {
      lock.unlock();
    }
  }

  /** What was sent and handed out until now, and what bounces. */
  public Snapshot snapshot() {
    lock.lock();
    try {
      return new Snapshot(
          List.copyOf(messages.values()), Set.copyOf(handedOut), List.copyOf(bouncing));
    } finally {
      lock.unlock();
    }
  }

  /** Holds what it held when {@code snapshot} was taken. */
  public void restore(Snapshot snapshot) {
    lock.lock();
    try {
      reset();
      snapshot.messages.forEach(this::put);
      handedOut.addAll(snapshot.handedOut);
      bouncing.addAll(snapshot.bouncing);
      delivered.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** An outbox at one moment. */
  public static final class Snapshot {
    private final List<OutboxMessage> messages;
    private final Set<String> handedOut;
    private final List<String> bouncing;

    private Snapshot(List<OutboxMessage> messages, Set<String> handedOut, List<String> bouncing) {
      this.messages = messages;
      this.handedOut = handedOut;
      this.bouncing = bouncing;
    }
  }

  private void put(OutboxMessage message) {
    messages.put(message.id(), message);
  }

  private void forgetOld(Instant latest) {
    Iterator<OutboxMessage> oldest = messages.values().iterator();
    while (oldest.hasNext()) {
      OutboxMessage message = oldest.next();
      if (messages.size() <= CAPACITY && !Retention.over(message.sentAt(), latest)) {
        return;
      }
      oldest.remove();
      handedOut.remove(message.id());
    }
  }

  private static String key(String address) {
    return CanonicalEmail.of(address);
  }

  private Optional<OutboxMessage> nextFor(String address, MessageKind kind) {
    String wanted = key(address);
    return messages.values().stream()
        .filter(m -> key(m.to()).equals(wanted))
        .filter(m -> m.kind().serves(kind))
        .filter(m -> !m.bounced() && !handedOut.contains(m.id()))
        .findFirst();
  }
}
