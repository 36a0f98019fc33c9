package dev.keyway.emulator.internal.state;

/**
 * What a one-time code is for, and what is known again when it is used. Each object is a kind of
 * its own, whatever it is called: a kind is declared once, as a constant.
 *
 * @param <F> a record of what must be known again, or a sealed interface of such records. Copies of
 *     a world's state share it, so nothing in it may change
 */
@SuppressWarnings("UnusedTypeParameter") // It ties what is found to what was issued.
public final class CodeKind<F> {
  private final String name;

  /** A kind that no other is equal to; {@code name} is for readers of logs. */
  public CodeKind(String name) {
    this.name = name;
  }

  @Override
  public String toString() {
    return name;
  }
}
