package dev.keyway.providers.stytch.consumer;

import java.util.Map;

/**
 * How many there are of what.
 *
 * @param counts by Stytch's names, such as {@code USER_COUNT}; a new name may come at any time
 */
public record ProjectMetrics(Map<String, Long> counts) {

  /** Copies. */
  public ProjectMetrics {
    counts = Map.copyOf(counts);
  }

  /** The users. */
  public long users() {
    return counts.getOrDefault("USER_COUNT", 0L);
  }

  /** The machines. */
  public long machines() {
    return counts.getOrDefault("M2M_CLIENT_COUNT", 0L);
  }
}
