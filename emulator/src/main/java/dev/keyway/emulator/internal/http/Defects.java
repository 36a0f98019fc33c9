package dev.keyway.emulator.internal.http;

import dev.keyway.emulator.internal.random.Randomness;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;

/**
 * Logs what went wrong in the emulator itself, so that the response's request id finds the line.
 */
@Singleton
public final class Defects {
  /** Where a response says the id, which its text says too. */
  public static final String HEADER = "x-request-id";

  private static final int ID_LENGTH = 16;

  private final System.Logger log = System.getLogger("dev.keyway.emulator");
  private final Randomness random;

  /** Takes ids from that source. */
  @Inject
  public Defects(Randomness random) {
    this.random = random;
  }

  /** Logs a defect with its stack trace, as a warning, and gives the request's new id. */
  public String log(Request request, RuntimeException defect) {
    String id = random.alphanumeric(ID_LENGTH);
    log.log(Level.WARNING, "Cannot answer " + request + ", request id " + id, defect);
    return id;
  }
}
