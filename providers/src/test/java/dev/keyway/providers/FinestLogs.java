package dev.keyway.providers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Every logger of the process at its finest level, with all that is logged meanwhile. */
public final class FinestLogs extends Handler implements AutoCloseable {

  private static final Logger ROOT = Logger.getLogger("");

  // Held here, as the JDK forgets loggers that nobody holds, and their levels with them.
  private final List<Logger> named =
      List.of(
          Logger.getLogger("org.apache.hc.client5.http.wire"),
          Logger.getLogger("org.apache.hc.client5.http.headers"));
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final Level before = ROOT.getLevel();

  /** Begins. */
  public FinestLogs() {
    setFormatter(new SimpleFormatter());
    setLevel(Level.ALL);
    ROOT.setLevel(Level.ALL);
    named.forEach(logger -> logger.setLevel(Level.ALL));
    ROOT.addHandler(this);
  }

  /** What was logged, each with its logger's name, parameters and stack traces. */
  public List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  @Override
  public void publish(LogRecord record) {
    lines.add(
        record.getLoggerName()
            + " "
            + getFormatter().format(record)
            + Arrays.toString(record.getParameters()));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    ROOT.removeHandler(this);
    ROOT.setLevel(before);
    named.forEach(logger -> logger.setLevel(null));
  }
}
