package dev.keyway.emulator.internal.token;

import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.snapshot.NotInSnapshot;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign and verify one kind of token. The newest one signs; older ones verify, and are
 * published, until their overlap has passed. The first keys are made when somebody needs them.
 */
public final class KeyRing {
  @NotInSnapshot("a clock has a snapshot of its own")
  private final Clock clock;

  private final int initialKeys;

  @NotInSnapshot("makes keys and remembers none")
  private final Supplier<SigningKey> maker;

  @NotInSnapshot("made once: a ring that had none yet at its snapshot goes back to these")
  private final List<SigningKey> first = new ArrayList<>();

  @NotInSnapshot("whatever was made stays made")
  private final List<SigningKey> made = new ArrayList<>();

  private final List<Entry> entries = new ArrayList<>();

  @NotInSnapshot("says what the others are")
  private volatile boolean filled;

  /**
   * Makes a ring.
   *
   * @param initialKeys how many keys there are from the beginning; the last one signs
   * @param maker makes a key
   */
  public KeyRing(Clock clock, int initialKeys, Supplier<SigningKey> maker) {
    this.clock = clock;
    this.initialKeys = initialKeys;
    this.maker = maker;
  }

  /** Whether the first keys are there; never waits for one that is being made. */
  public boolean isFilled() {
    return filled;
  }

  /** The key that signs. */
  public synchronized SigningKey signing() {
    fill();
    return entries.get(entries.size() - 1).key;
  }

  /** All keys that verify now, the signing one last. */
  public synchronized List<SigningKey> published() {
    fill();
    return live().map(Entry::key).toList();
  }

  /** The key of that name, if it verifies now. */
  public synchronized Optional<SigningKey> find(@Nullable String kid) {
    fill();
    return live().map(Entry::key).filter(key -> key.kid().equals(kid)).findFirst();
  }

  /** Signs with a new key from now on. The others go on verifying for {@code overlap}. */
  public void rotate(Duration overlap) {
    // Before anybody is kept waiting: an RSA key takes a tenth of a second.
    SigningKey next = maker.get();
    synchronized (this) {
      fill();
      Instant end = clock.instant().plus(overlap);
      entries.replaceAll(entry -> entry.retiresAt == null ? new Entry(entry.key, end) : entry);
      made.add(next);
      entries.add(new Entry(next, null));
    }
  }

  /** The keys that verify now, the signing one last; none if none was needed yet. */
  public synchronized List<SavedKey> save() {
    return live().map(entry -> SavedKey.of(entry.key, entry.retiresAt)).toList();
  }

  /**
   * Has these keys, in place of none.
   *
   * @throws GeneralSecurityException if one of them is no key
   */
  public synchronized void load(List<SavedKey> saved, Randomness random)
      throws GeneralSecurityException {
    for (SavedKey one : saved) {
      SigningKey key = SigningKey.of(one, random);
      made.add(key);
      first.add(key);
      entries.add(new Entry(key, one.retiresAt()));
    }
  }

  /** The keys and their ends, as they are now. */
  public synchronized Snapshot snapshot() {
    return new Snapshot(List.copyOf(entries));
  }

  /** Signs and verifies as it did when {@code snapshot} was taken. */
  public synchronized void restore(Snapshot snapshot) {
    entries.clear();
    filled = false;
    if (snapshot.entries.isEmpty()) {
      first.forEach(key -> entries.add(new Entry(key, null)));
    } else {
      entries.addAll(snapshot.entries);
    }
  }

  private Stream<Entry> live() {
    Instant now = clock.instant();
    return entries.stream().filter(e -> e.retiresAt == null || now.isBefore(e.retiresAt));
  }

  private void fill() {
    while (entries.size() < initialKeys) {
      SigningKey key = maker.get();
      made.add(key);
      first.add(key);
      entries.add(new Entry(key, null));
    }
    filled = true;
  }

  /**
   * Forgets all keys, those too that a snapshot went back before: they may serve another ring, and
   * this one makes new ones if it is asked again.
   *
   * @return what it had
   */
  public synchronized List<SigningKey> retire() {
    List<SigningKey> all = List.copyOf(made);
    made.clear();
    first.clear();
    entries.clear();
    filled = false;
    return all;
  }

  /** A ring at one moment. */
  public static final class Snapshot {
    private final List<Entry> entries;

    private Snapshot(List<Entry> entries) {
      this.entries = entries;
    }
  }

  private record Entry(SigningKey key, @Nullable Instant retiresAt) {}
}
