package dev.keyway.emulator.seed;

import java.util.HashMap;
import java.util.Map;

/** Where each field of a seed stands in its file. */
final class SourceLocations {
  private final String source;
  private final Map<String, Node> byPath = new HashMap<>();

  private SourceLocations(String source) {
    this.source = source;
  }

  /** Of a seed that was made by a program. */
  static SourceLocations none(String source) {
    return new SourceLocations(source);
  }

  static SourceLocations of(String source, Node root) {
    SourceLocations places = new SourceLocations(source);
    places.add(root);
    return places;
  }

  String source() {
    return source;
  }

  /** What to throw for a field; one that is not in the file is located by what it is missing in. */
  SeedException problem(String path, String problem) {
    String known = path;
    while (!known.isEmpty() && !byPath.containsKey(known)) {
      known =
          known.substring(0, Math.max(0, Math.max(known.lastIndexOf('.'), known.lastIndexOf('['))));
    }
    Node node = byPath.get(known);
    return node == null
        ? new SeedException(source, 0, 0, path, problem)
        : new SeedException(source, node.line(), node.column(), path, problem);
  }

  private void add(Node node) {
    byPath.put(node.path(), node);
    if (node instanceof Node.Fields fields) {
      fields.entries().values().forEach(this::add);
    } else if (node instanceof Node.Items items) {
      items.entries().forEach(this::add);
    }
  }
}
