package dev.keyway.emulator.seed;

/**
 * Thrown when a seed cannot be read or loaded. Nothing of it was loaded then. The message says
 * where and what is wrong, and quotes no value of the file: it may be a secret.
 */
public final class SeedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final int line;
  private final int column;
  private final String field;

  SeedException(String source, int line, int column, String field, String problem) {
    super(text(source, line, column, field, problem));
    this.source = source;
    this.line = line;
    this.column = column;
    this.field = field;
  }

  /** The file, or what stands for it. */
  public String source() {
    return source;
  }

  /** From one; 0 where the seed did not come from a text. */
  public int line() {
    return line;
  }

  /** From one; 0 where the seed did not come from a text. */
  public int column() {
    return column;
  }

  /** For example {@code worlds[0].users[2].emails[0].address}; empty for the whole. */
  public String field() {
    return field;
  }

  private static String text(String source, int line, int column, String field, String problem) {
    StringBuilder text = new StringBuilder(source);
    if (line > 0) {
      text.append(':').append(line).append(':').append(column);
    }
    text.append(": ");
    if (!field.isEmpty()) {
      text.append(field).append(": ");
    }
    return text.append(problem).toString();
  }
}
