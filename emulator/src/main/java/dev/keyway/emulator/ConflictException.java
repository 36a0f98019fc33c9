package dev.keyway.emulator;

/** What was asked for contradicts what is there. */
public final class ConflictException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Says what contradicts what. */
  public ConflictException(String message) {
    super(message);
  }
}
