package dev.keyway;

/**
 * Where the next page of a listing begins. Opaque, and only good with the query that it came from.
 *
 * @param value the identifier, without blanks and at most 256 characters
 */
public record PageCursor(String value) {

  /** Checks the form only. */
  public PageCursor {
    Arguments.id(value, "cursor");
  }

  /** The same as the constructor. */
  public static PageCursor of(String value) {
    return new PageCursor(value);
  }
}
