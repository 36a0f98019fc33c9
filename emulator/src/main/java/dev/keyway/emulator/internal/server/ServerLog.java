package dev.keyway.emulator.internal.server;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the HTTP server's lines about its start and stop out of the log of the tests around it.
 * Whoever gave one of these loggers, or one above it, a level of their own is left alone; so are
 * all other loggers, and whatever else than {@code java.util.logging} the server may log to.
 */
final class ServerLog {
  /** Held, because a logger that nobody holds is forgotten together with its level. */
  private static final List<Logger> LOGGERS =
      List.of(
          Logger.getLogger("io.undertow"),
          Logger.getLogger("org.xnio"),
          Logger.getLogger("org.jboss.threads"));

  private ServerLog() {}

  /** Shows warnings and errors only. */
  static void quieten() {
    LOGGERS.stream()
        .filter(logger -> !hasOwnLevel(logger))
        .forEach(logger -> logger.setLevel(Level.WARNING));
  }

  /** The root's level says what is shown of everything, not of these. */
  private static boolean hasOwnLevel(Logger logger) {
    for (Logger each = logger; each != null && each.getParent() != null; each = each.getParent()) {
      if (each.getLevel() != null) {
        return true;
      }
    }
    return false;
  }
}
