package dev.keyway.emulator.internal.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was found wrong, in the order of checking. */
public final class Problems {
  private final int most;
  private final List<Problem> found = new ArrayList<>();
  private int count;

  private Problems(int most) {
    this.most = most;
  }

  /** Keeps all. */
  public static Problems all() {
    return new Problems(Integer.MAX_VALUE);
  }

  /** Keeps the first only, however many a hostile body has. */
  public static Problems first() {
    return new Problems(1);
  }

  public void add(Problem problem) {
    count++;
    if (found.size() < most) {
      found.add(problem);
    }
  }

  /** Those that were kept. */
  public List<Problem> found() {
    return List.copyOf(found);
  }

  /** The first, if anything is wrong. */
  public Optional<Problem> earliest() {
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  /** How many there were, kept or not. */
  int count() {
    return count;
  }
}
