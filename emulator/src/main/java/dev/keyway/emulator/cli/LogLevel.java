package dev.keyway.emulator.cli;

import java.util.Locale;
import java.util.logging.Level;

/** What of the log is shown. */
enum LogLevel {
  NONE("OFF"),
  ERROR("SEVERE"),
  WARN("WARNING"),
  INFO("INFO"),
  DEBUG("FINE");

  /** What the platform calls it. */
  private final String level;

  LogLevel(String level) {
    this.level = level;
  }

  Level level() {
    return Level.parse(level);
  }

  /** As the command line has it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
