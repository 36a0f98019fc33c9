package dev.keyway.emulator.cli;

import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Sends the log to standard error, one line per entry. Only the program does this, which owns its
 * process: inside somebody else's, logging is theirs to configure.
 */
final class Logging {
  private static final String LINE = "%1$tFT%1$tT.%1$tLZ %4$s %3$s %5$s%6$s%n";

  private Logging() {}

  static void show(LogLevel lowest) {
    // Read once, when the first entry is formatted. The provider is the platform's own whatever
    // else stands on the class path.
    System.setProperty("java.util.logging.SimpleFormatter.format", LINE);
    System.setProperty("org.jboss.logging.provider", "jdk");
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(lowest.level());
    Handler handler = new FirstEntryHandler();
    handler.setLevel(lowest.level());
    root.addHandler(handler);
  }
}
