package dev.keyway.emulator.ui;

/** Thrown for what was typed into a form and cannot be. The message is for the reader. */
final class BadField extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  BadField(String message) {
    super(message);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
