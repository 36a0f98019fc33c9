package dev.keyway.emulator.seed;

import java.util.HashMap;
import java.util.Map;

/** Where each field of a seed stands in its file. */
final class SourceLocations {
  private final String source;
  private final Map<String, Place> byPath = new HashMap<>();
  private final Map<String, Place> names = new HashMap<>();

  /** Of a seed that was made by a program, until something is put. */
  SourceLocations(String source) {
    this.source = source;
  }

  String source() {
    return source;
  }

  /**
   * Says where a value stands.
   *
   * @param path for example {@code worlds[0].users[2]}; empty for the whole
   * @param line from one
   * @param column from one
   */
  void put(String path, int line, int column) {
    byPath.put(path, new Place(line, column));
  }

  /** Says where a field's name stands. */
  void putName(String path, int line, int column) {
    names.put(path, new Place(line, column));
  }

  /** What to throw for a field whose name is wrong. */
  SeedException misnamed(String path, String problem) {
    Place place = names.get(path);
    return place == null
        ? problem(path, problem)
        : new SeedException(source, place.line, place.column, path, problem);
  }

  /** What to throw for a field; one that is not in the file is located by what it is missing in. */
  SeedException problem(String path, String problem) {
    String known = path;
    while (!known.isEmpty() && !byPath.containsKey(known)) {
      known =
          known.substring(0, Math.max(0, Math.max(known.lastIndexOf('.'), known.lastIndexOf('['))));
    }
    Place place = byPath.getOrDefault(known, new Place(0, 0));
    return new SeedException(source, place.line, place.column, path, problem);
  }

  private record Place(int line, int column) {}
}
