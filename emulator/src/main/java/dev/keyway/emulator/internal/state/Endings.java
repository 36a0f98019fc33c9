package dev.keyway.emulator.internal.state;

import dev.keyway.emulator.internal.snapshot.NotInSnapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The order in which things end, so that those whose {@link Retention} is over are found without a
 * search. Each is looked at once when it ends and once when it goes.
 *
 * @param <T> what ends. While it is in here, neither its end nor its rank changes
 */
final class Endings<T> {
  @NotInSnapshot("says how, not what")
  private final Ending<T> ending;

  private final NavigableSet<T> running;
  private final NavigableSet<T> over;

  /** Nothing yet. */
  Endings(Ending<T> ending) {
    this.ending = ending;
    this.running = new TreeSet<>(ending);
    this.over = new TreeSet<>(ending);
  }

  /** The same order of copies. */
  Endings<T> copy(UnaryOperator<T> twin) {
    Endings<T> copy = new Endings<>(ending);
    running.forEach(item -> copy.running.add(twin.apply(item)));
    over.forEach(item -> copy.over.add(twin.apply(item)));
    return copy;
  }

  void add(T item) {
    running.add(item);
  }

  void remove(T item) {
    if (!running.remove(item)) {
      over.remove(item);
    }
  }

  /** Takes out what is no longer known, by time or because there are too many. */
  void forget(Instant now, Consumer<T> forgotten) {
    while (!running.isEmpty() && endedAt(running.first(), now)) {
      over.add(running.pollFirst());
    }
    // A clock that was set back may have revived what had ended: that stays.
    while (!over.isEmpty()
        && endedAt(over.first(), now)
        && (over.size() > Retention.COUNT || Retention.over(ending.of(over.first()), now))) {
      forgotten.accept(over.pollFirst());
    }
  }

  private boolean endedAt(T item, Instant now) {
    return !now.isBefore(ending.of(item));
  }

  /**
   * When something ends, and which of two that end at once comes first.
   *
   * @param end the end
   * @param rank tells any two apart
   */
  record Ending<T>(Function<T, Instant> end, Comparator<T> rank) implements Comparator<T> {
    Instant of(T item) {
      return end.apply(item);
    }

    @Override
    public int compare(T one, T other) {
      int byEnd = of(one).compareTo(of(other));
      return byEnd != 0 ? byEnd : rank.compare(one, other);
    }
  }
}
