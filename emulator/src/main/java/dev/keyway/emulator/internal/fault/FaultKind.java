package dev.keyway.emulator.internal.fault;

import dev.keyway.emulator.FaultEffect;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The {@linkplain FaultEffect effects} by the words that the control API and the page have. */
public enum FaultKind {
  /** With an error body of the provider or with anything at all. */
  RESPOND,
  /** Before processing. */
  DROP,
  /** The lost response. */
  DROP_AFTER_PROCESSING,
  /** Half of the body. */
  TRUNCATE,
  /** Another label. */
  CONTENT_TYPE,
  /** For some time. */
  DELAY,
  /** Until it is released. */
  HOLD,
  /** So many in some time. */
  RATE_LIMIT;

  /** The greatest number that may come over HTTP, whose senders share the emulator. */
  public static final int GREATEST_NUMBER = 1_000_000;

  /** The longest that a request may wait for a fault that came over HTTP. */
  public static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  /** As it is sent. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What is sent as {@code word}. */
  public static Optional<FaultKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
