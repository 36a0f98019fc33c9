package dev.keyway.emulator.internal.ui;

/** Thrown for an address that names something that is not there. The message is for the reader. */
final class NoSuchPage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoSuchPage(String message) {
    super(message);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
