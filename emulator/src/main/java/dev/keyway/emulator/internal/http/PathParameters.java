package dev.keyway.emulator.internal.http;

import java.util.List;

/** The parameters of a path template. */
public final class PathParameters {
  private PathParameters() {}

  /** Their names, in order. */
  public static List<String> of(String template) {
    return PathSegments.of(template).stream()
        .filter(PathSegments::isParameter)
        .map(PathSegments::parameterName)
        .toList();
  }
}
