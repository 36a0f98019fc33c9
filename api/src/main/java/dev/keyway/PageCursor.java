package dev.keyway;

/**
 * Where the next page of a listing begins. Opaque, and only good with the query that it came from.
 *
 * @param value the identifier, without blanks and at most 2048 characters
 */
public record PageCursor(String value) {

  private static final int MAX_LENGTH = 2048;

  /** Checks the form only. */
  public PageCursor {
    Arguments.token(value, "cursor", MAX_LENGTH);
  }

  /** The same as the constructor. */
  public static PageCursor of(String value) {
    return new PageCursor(value);
  }
}
