package dev.keyway.emulator.internal.state;

import dev.keyway.emulator.internal.snapshot.NotInSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The codes and link tokens of one project. Used and expired ones stay known, because providers
 * tell them apart from codes that never were. {@link Retention} says for how long after they
 * expired, and how many.
 *
 * <p>Guesses are counted here too, per subject: what a subject is (a nonce, a method id), and how
 * many guesses are too many, is the provider's rule. As many subjects are remembered as {@link
 * Retention#COUNT} says, those that were guessed at last.
 */
public final class OneTimeCodes {
  @NotInSnapshot("a clock has a snapshot of its own")
  private final Clock clock;

  private final Map<Name, OneTimeCode<?>> codes = new LinkedHashMap<>();
  private final Map<String, Guesses> guesses = new LinkedHashMap<>();
  private Endings<OneTimeCode<?>> endings =
      new Endings<>(
          new Endings.Ending<>(
              OneTimeCode::expiresAt, Comparator.comparingLong(OneTimeCode::number)));
  private long issued;

  /** Keeps time by {@code clock}. */
  public OneTimeCodes(Clock clock) {
    this.clock = clock;
  }

  /** The same codes and counts, to be changed apart from these. */
  public OneTimeCodes copy() {
    OneTimeCodes copy = new OneTimeCodes(clock);
    codes.forEach((name, code) -> copy.codes.put(name, new OneTimeCode<>(code)));
    copy.guesses.putAll(guesses);
    copy.endings = endings.copy(copy::twinOf);
    copy.issued = issued;
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
    OneTimeCode<F> code = new OneTimeCode<>(issued++, kind, value, now, now.plus(life), facts);
    endings.forget(now, gone -> codes.remove(Name.of(gone)));
    OneTimeCode<?> before = codes.put(Name.of(code), code);
    if (before != null) {
      endings.remove(before);
    }
    endings.add(code);
    return code;
  }

  /** The code of that kind and value, used and expired ones included. */
  @SuppressWarnings("unchecked") // Only a code of a kind is ever kept under its name.
  public <F> Optional<OneTimeCode<F>> find(CodeKind<F> kind, String value) {
    return Optional.ofNullable((OneTimeCode<F>) codes.get(new Name(kind, value)))
        .filter(this::known);
  }

  /** All codes of a kind, oldest first, used and expired ones included. */
  @SuppressWarnings("unchecked") // Only a code of a kind is ever kept under its name.
  public <F> List<OneTimeCode<F>> all(CodeKind<F> kind) {
    return codes.values().stream()
        .filter(code -> code.kind() == kind && known(code))
        .map(code -> (OneTimeCode<F>) code)
        .toList();
  }

  /** Makes a code unknown, as a resend does where only the last code works. */
  public void forget(OneTimeCode<?> code) {
    if (codes.remove(Name.of(code), code)) {
      endings.remove(code);
    }
  }

  /** How many codes there are, those past their retention that nobody forgot yet included. */
  public int count() {
    return codes.size();
  }

  /** Counts a guess at {@code subject} and returns how many there were before it. */
  public int countGuess(String subject) {
    Instant now = clock.instant();
    Guesses before = guesses.remove(subject);
    int guessesBefore = before == null || before.over(now) ? 0 : before.count;
    guesses.put(subject, new Guesses(guessesBefore + 1, now));
    Iterator<Guesses> oldest = guesses.values().iterator();
    while (oldest.hasNext() && (oldest.next().over(now) || guesses.size() > Retention.COUNT)) {
      oldest.remove();
    }
    return guessesBefore;
  }

  private boolean known(OneTimeCode<?> code) {
    return !Retention.over(code.expiresAt(), clock.instant());
  }

  private OneTimeCode<?> twinOf(OneTimeCode<?> original) {
    OneTimeCode<?> twin = codes.get(Name.of(original));
    if (twin == null) {
      throw new IllegalStateException("Not copied: " + original);
    }
    return twin;
  }

  private record Guesses(int count, Instant last) {
    boolean over(Instant now) {
      return Retention.over(last, now);
    }
  }

  private record Name(CodeKind<?> kind, String value) {
    static Name of(OneTimeCode<?> code) {
      return new Name(code.kind(), code.value());
    }
  }
}
