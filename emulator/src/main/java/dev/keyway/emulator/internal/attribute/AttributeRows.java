package dev.keyway.emulator.internal.attribute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All attributes of something, in the order in which they are shown. Filled once, by its owner. */
public final class AttributeRows {
  private final List<Attribute<?>> rows = new ArrayList<>();

  /**
   * Adds a row.
   *
   * @throws IllegalStateException if there is one of its name
   */
  public <T> Attribute<T> add(Attribute<T> row) {
    if (find(row.name()).isPresent()) {
      throw new IllegalStateException("There are two attributes " + row.name());
    }
    rows.add(row);
    return row;
  }

  /** All. */
  public List<Attribute<?>> all() {
    return List.copyOf(rows);
  }

  /** The row of that name. */
  public Optional<Attribute<?>> find(String name) {
    return rows.stream().filter(row -> row.name().equals(name)).findFirst();
  }

  /**
   * The row of that name.
   *
   * @param path what to call it
   * @throws InvalidAttribute if there is none
   */
  Attribute<?> get(String path, String name) {
    return find(name)
        .orElseThrow(
            () ->
                InvalidAttribute.of(
                    path,
                    "is not known here; known are "
                        + rows.stream().map(Attribute::name).collect(Collectors.joining(", "))));
  }

  /** As JSON Schema. */
  public Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Attribute<?> row : rows) {
      Map<String, Object> property = new LinkedHashMap<>();
      property.put("description", row.sentence());
      property.putAll(row.type().schema());
      properties.put(row.name(), property);
    }
    Map<String, Object> schema = AttributeTypes.schemaOf("object");
    schema.put("properties", properties);
    List<String> required = rows.stream().filter(Attribute::required).map(Attribute::name).toList();
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
    return schema;
  }
}
