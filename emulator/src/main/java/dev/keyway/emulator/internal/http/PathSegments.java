package dev.keyway.emulator.internal.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Paths taken apart. Decoding follows splitting, so an encoded slash stays inside its segment. */
final class PathSegments {
  private PathSegments() {}

  static List<String> of(String path) {
    List<String> segments = new ArrayList<>();
    int from = path.startsWith("/") ? 1 : 0;
    for (int to = path.indexOf('/', from); to >= 0; to = path.indexOf('/', from)) {
      segments.add(decode(path.substring(from, to)));
      from = to + 1;
    }
    segments.add(decode(path.substring(from)));
    return segments;
  }

  static boolean isParameter(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  static String parameterName(String segment) {
    return segment.substring(1, segment.length() - 1);
  }

  private static String decode(String segment) {
    if (segment.indexOf('%') < 0) {
      return segment;
    }
    try {
      // A plus sign means itself in a path; URLDecoder would make it a blank.
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return segment;
    }
  }
}
