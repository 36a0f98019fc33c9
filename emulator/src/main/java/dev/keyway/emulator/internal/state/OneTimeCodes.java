package dev.keyway.emulator.internal.state;

import dev.keyway.emulator.internal.snapshot.NotInSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The codes and link tokens of one project. Used and expired ones stay known, because providers
 * tell them apart from codes that never were.
 *
 * <p>Guesses are counted here too, per subject: what a subject is (a nonce, a method id), and how
 * many guesses are too many, is the provider's rule.
 */
public final class OneTimeCodes {
  @NotInSnapshot("a clock has a snapshot of its own")
  private final Clock clock;

  private final Map<Name, OneTimeCode<?>> codes = new LinkedHashMap<>();
  private final Map<String, Integer> guesses = new HashMap<>();

  /** Keeps time by {@code clock}. */
  public OneTimeCodes(Clock clock) {
    this.clock = clock;
  }

  /** The same codes and counts, to be changed apart from these. */
  public OneTimeCodes copy() {
    OneTimeCodes copy = new OneTimeCodes(clock);
    codes.forEach((name, code) -> copy.codes.put(name, new OneTimeCode<>(code)));
    copy.guesses.putAll(guesses);
    return copy;
  }

  /** What stands in a copy for a code of its original, forgotten ones included. */
  public <F> OneTimeCode<F> twin(OneTimeCode<F> original) {
    return find(original.kind(), original.value()).orElseGet(() -> new OneTimeCode<>(original));
  }

  /**
   * Makes a code known.
   *
   * @param kind what it is for
   * @param value the secret; unique among codes of its kind. A provider whose codes are short puts
   *     what they belong to in front, for example {@code email-id/123456}
   * @param life how long it works
   * @param facts what must be known again when it is used
   */
  public <F> OneTimeCode<F> issue(CodeKind<F> kind, String value, Duration life, F facts) {
    Instant now = clock.instant();
    OneTimeCode<F> code = new OneTimeCode<>(kind, value, now, now.plus(life), facts);
    codes.put(new Name(kind, value), code);
    return code;
  }

  /** The code of that kind and value, used and expired ones included. */
  @SuppressWarnings("unchecked") // Only a code of a kind is ever kept under its name.
  public <F> Optional<OneTimeCode<F>> find(CodeKind<F> kind, String value) {
    return Optional.ofNullable((OneTimeCode<F>) codes.get(new Name(kind, value)));
  }

  /** All codes of a kind, oldest first, used and expired ones included. */
  @SuppressWarnings("unchecked") // Only a code of a kind is ever kept under its name.
  public <F> List<OneTimeCode<F>> all(CodeKind<F> kind) {
    return codes.values().stream()
        .filter(code -> code.kind() == kind)
        .map(code -> (OneTimeCode<F>) code)
        .toList();
  }

  /** Makes a code unknown, as a resend does where only the last code works. */
  public void forget(OneTimeCode<?> code) {
    codes.remove(new Name(code.kind(), code.value()));
  }

  /** Counts a guess at {@code subject} and returns how many there were before it. */
  public int countGuess(String subject) {
    return guesses.merge(subject, 1, Integer::sum) - 1;
  }

  private record Name(CodeKind<?> kind, String value) {}
}
