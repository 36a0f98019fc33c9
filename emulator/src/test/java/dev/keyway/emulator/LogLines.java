package dev.keyway.emulator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a logger says while this is open; it says it nowhere else. */
public final class LogLines extends Handler implements AutoCloseable {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Logger logger;
  private final boolean told;

  private LogLines(Logger logger) {
    this.logger = logger;
    this.told = logger.getUseParentHandlers();
  }

  /** From now on. */
  public static LogLines of(String name) {
    Logger logger = Logger.getLogger(name);
    LogLines lines = new LogLines(logger);
    logger.addHandler(lines);
    logger.setUseParentHandlers(false);
    return lines;
  }

  /** All that was said. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void publish(LogRecord record) {
    lines.add(record.getMessage() + (record.getThrown() == null ? "" : " " + record.getThrown()));
  }

  @Override
  public void flush() {
    // Nothing is held back.
  }

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(told);
  }
}
