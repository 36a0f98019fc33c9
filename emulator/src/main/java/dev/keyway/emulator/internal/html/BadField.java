package dev.keyway.emulator.internal.html;

/** Thrown for what was typed into a form and cannot be. The message is for the reader. */
public final class BadField extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public BadField(String message) {
    super(message);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
