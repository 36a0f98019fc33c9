package dev.keyway.emulator.internal.state;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A code or link token that works once.
 *
 * @param <F> what is known again when it is used
 */
public final class OneTimeCode<F> {
  private final long number;
  private final CodeKind<F> kind;
  private final String value;
  private final Instant createdAt;
  private final Instant expiresAt;
  private final F facts;
  private final AtomicBoolean spent = new AtomicBoolean();

  OneTimeCode(
      long number, CodeKind<F> kind, String value, Instant createdAt, Instant expiresAt, F facts) {
    this.number = number;
    this.kind = kind;
    this.value = value;
    this.createdAt = createdAt;
    this.expiresAt = expiresAt;
    this.facts = facts;
  }

  /** The same code, to be used up apart from {@code other}. */
  OneTimeCode(OneTimeCode<F> other) {
    this(other.number, other.kind, other.value, other.createdAt, other.expiresAt, other.facts);
    spent.set(other.spent.get());
  }

  /** Which of a project's codes it is: they count from 0. */
  long number() {
    return number;
  }

  /** What it is for: codes of two kinds never meet. */
  public CodeKind<F> kind() {
    return kind;
  }

  /** The secret itself. */
  public String value() {
    return value;
  }

  /** When it was made. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When it stops working. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** What was known when it was made, for example the address it was sent to. */
  public F facts() {
    return facts;
  }

  /** Whether it no longer works at {@code moment}. */
  public boolean expiredAt(Instant moment) {
    return !moment.isBefore(expiresAt);
  }

  /** Whether somebody used it. */
  public boolean spent() {
    return spent.get();
  }

  /** Uses it up. Of any number of callers exactly one gets true. */
  public boolean spend() {
    return spent.compareAndSet(false, true);
  }

  /** In words for who looks for the cause: used, or expired and when; without the code. */
  public String whyUnusable(Instant moment) {
    if (spent()) {
      return "It was used already.";
    }
    return expiredAt(moment)
        ? "It expired at " + expiresAt + ", and the world's clock says " + moment + "."
        : "Another request used it at the same time.";
  }

  @Override
  public String toString() {
    return "OneTimeCode[" + kind + ", expires " + expiresAt + (spent() ? ", spent]" : "]");
  }
}
