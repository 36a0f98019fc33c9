package dev.keyway;

/** Whether the same call may be made again as it is. */
public enum Retry {
  /** No: it would fail the same way. */
  NEVER,
  /** Yes, at once: nothing was processed. */
  SAFE_NOW,
  /**
   * Yes, after a pause: {@link ProviderError#retryAfter()} if the provider said how long, else
   * growing pauses.
   */
  SAFE_LATER,
  /**
   * The call may have taken effect. Look before repeating one that creates, sends or consumes; the
   * library never repeats such a call by itself.
   */
  OUTCOME_UNKNOWN
}
