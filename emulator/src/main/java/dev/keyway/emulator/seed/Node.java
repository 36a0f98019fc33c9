package dev.keyway.emulator.seed;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of a file, with where it stands. */
sealed interface Node {
  /** For example {@code worlds[0].users[2]}; empty for the whole. */
  String path();

  /** From one. */
  int line();

  /** From one. */
  int column();

  /** A map, in the order of the file. */
  record Fields(String path, int line, int column, Map<String, Node> entries) implements Node {}

  /** A list. */
  record Items(String path, int line, int column, List<Node> entries) implements Node {}

  /** A text, number or boolean; null for null. */
  record Leaf(String path, int line, int column, @Nullable Object value) implements Node {}

  /** What it is, for a message. */
  default String kind() {
    if (this instanceof Fields) {
      return "a map";
    }
    if (this instanceof Items) {
      return "a list";
    }
    Object value = ((Leaf) this).value();
    if (value == null) {
      return "nothing";
    }
    return value instanceof String
        ? "text"
        : value instanceof Boolean ? "true or false" : "a number";
  }
}
