package dev.keyway.emulator;

/**
 * A file of saved worlds cannot be read, or not be opened. The message names the file and quotes
 * nothing of it. The file is left as it is.
 *
 * @see AuthEmulator.Builder#saveTo
 */
public final class SavedWorldsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With the whole message. */
  public SavedWorldsException(String message) {
    super(message);
  }
}
