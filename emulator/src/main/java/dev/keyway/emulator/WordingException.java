package dev.keyway.emulator;

/**
 * A file of error sentences cannot be used. The message begins with the file and says where in it:
 * line and column, or the code whose sentence is meant.
 */
public final class WordingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** For that reason. */
  public WordingException(String message) {
    super(message);
  }

  /** For that reason, with its cause. */
  public WordingException(String message, Throwable cause) {
    super(message, cause);
  }
}
