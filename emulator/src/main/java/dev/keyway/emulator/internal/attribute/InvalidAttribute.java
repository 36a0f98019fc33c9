package dev.keyway.emulator.internal.attribute;

import dev.keyway.emulator.internal.schema.Problem;

/** Thrown for an attribute that there is not, or that cannot be as it was given. */
public final class InvalidAttribute extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String problem;

  InvalidAttribute(Problem problem) {
    this(AttributeWording.path(problem), AttributeWording.words(problem));
  }

  InvalidAttribute(String path, String problem) {
    super(path + " " + problem);
    this.path = path;
    this.problem = problem;
  }

  /** The attribute, or the part of it, for example {@code roles[0].id}. */
  public String path() {
    return path;
  }

  /** What is wrong, to be read behind the path. Never quotes the value. */
  public String problem() {
    return problem;
  }
}
