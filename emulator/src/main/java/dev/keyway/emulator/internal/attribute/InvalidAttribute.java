package dev.keyway.emulator.internal.attribute;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Thrown for an attribute that there is not, or that cannot be as it was given. */
public final class InvalidAttribute extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String problem;

  InvalidAttribute(String path, String problem) {
    super(path + " " + problem);
    this.path = path;
    this.problem = problem;
  }

  /** A value that cannot be, and what it should have been. */
  public static InvalidAttribute wanted(String path, String wanted, @Nullable Object given) {
    return new InvalidAttribute(path, "must be " + wanted + " but is " + kind(given));
  }

  /** A value of the right kind that breaks a rule. */
  public static InvalidAttribute of(String path, String problem) {
    return new InvalidAttribute(path, problem);
  }

  /** The attribute, or the part of it, for example {@code roles[0].id}. */
  public String path() {
    return path;
  }

  /** What is wrong, to be read behind the path. Never quotes the value. */
  public String problem() {
    return problem;
  }

  private static String kind(@Nullable Object value) {
    if (value == null) {
      return "nothing";
    }
    if (value instanceof Map) {
      return "a map";
    }
    if (value instanceof Collection) {
      return "a list";
    }
    if (value instanceof String) {
      return "text";
    }
    return value instanceof Boolean ? "true or false" : "a number";
  }
}
