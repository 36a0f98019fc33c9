package dev.keyway.emulator.cli;

import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * A console handler that is made when the first entry comes: a start without an entry does not wait
 * for the formats of dates and numbers.
 */
final class FirstEntryHandler extends Handler {
  private static final class Console {
    static final Handler HANDLER = all();

    private static Handler all() {
      Handler handler = new ConsoleHandler();
      handler.setLevel(Level.ALL);
      return handler;
    }
  }

  @Override
  public void publish(LogRecord entry) {
    if (isLoggable(entry)) {
      Console.HANDLER.publish(entry);
    }
  }

  /** Each entry is flushed as it is written. */
  @Override
  public void flush() {}

  /** Standard error stays open. */
  @Override
  public void close() {}
}
