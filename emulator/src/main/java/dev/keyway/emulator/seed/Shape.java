package dev.keyway.emulator.seed;

import java.util.Map;

/** How values of one type stand in a seed: how they are read, written, and described. */
interface Shape {
  /**
   * Reads a value.
   *
   * @throws SeedException if the file says something else
   */
  Object read(Node node, SourceLocations places);

  /** What stands in the file for a value: maps, lists, texts, numbers, booleans. */
  Object write(Object value);

  /** As JSON Schema; records are put into {@code definitions}. */
  Map<String, Object> schema(Map<String, Object> definitions);
}
