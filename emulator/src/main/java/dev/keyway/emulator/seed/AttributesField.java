package dev.keyway.emulator.seed;

import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.AttributeRows;
import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.attribute.InvalidAttribute;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The attributes of a record that are rows: each has a key of its own beside the other fields. */
final class AttributesField {
  private final AttributeRows rows;

  AttributesField(AttributeRows rows) {
    this.rows = rows;
  }

  Set<String> keys() {
    return rows.all().stream()
        .map(Attribute::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  Map<String, Object> read(Node.Fields given, SourceLocations places) {
    Attributes read = Attributes.usual(rows);
    for (Attribute<?> row : rows.all()) {
      Node node = given.entries().get(row.name());
      if (node != null) {
        read = read(read, row.name(), node, places);
      }
    }
    return read.brief();
  }

  private static Attributes read(
      Attributes before, String name, Node node, SourceLocations places) {
    Object plain = Shapes.plain(node);
    if (plain == null) {
      throw places.problem(node.path(), "must be a value but is nothing");
    }
    try {
      return before.with(name, plain);
    } catch (InvalidAttribute e) {
      throw places.problem(node.path() + e.path().substring(name.length()), e.problem());
    }
  }

  /** As JSON Schema, by key. */
  Map<String, Object> schemas() {
    Map<String, Object> schemas = new LinkedHashMap<>();
    ((Map<?, ?>) rows.schema().getOrDefault("properties", Map.of()))
        .forEach((name, schema) -> schemas.put(String.valueOf(name), schema));
    return schemas;
  }
}
