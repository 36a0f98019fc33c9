package dev.keyway.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The emulator cannot listen at the port that it was told: somebody else does, or nobody may. */
public final class PortTakenException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  private final int port;

  /** Tells of {@code port}. */
  public PortTakenException(int port, String message, IOException cause) {
    super(message, cause);
    this.port = port;
  }

  /** The port that was asked for. */
  public int port() {
    return port;
  }
}
