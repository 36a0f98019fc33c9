package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An object with declared fields. Immutable. */
public final class ObjectType extends Type<Values> {
  private final String name;
  private final Map<String, Field<?>> fields;
  private final boolean open;
  private final List<BiConsumer<Values, Spot>> rules;
  private final @Nullable Supplier<String> example;

  private ObjectType(
      String name,
      Map<String, Field<?>> fields,
      boolean open,
      List<BiConsumer<Values, Spot>> rules,
      @Nullable Supplier<String> example) {
    super(List.of(JsonKind.OBJECT));
    this.name = name;
    this.fields = fields;
    this.open = open;
    this.rules = rules;
    this.example = example;
  }

  /** An object with these fields, checked in this order. */
  public static ObjectType of(Field<?>... fields) {
    return of("", Arrays.asList(fields));
  }

  /**
   * An object with these fields, checked in this order.
   *
   * @param name what documents call it, in upper camel case
   */
  public static ObjectType of(String name, Field<?>... fields) {
    return of(name, Arrays.asList(fields));
  }

  /** The same of fields that are put together by a program. */
  public static ObjectType of(String name, Collection<? extends Field<?>> fields) {
    return new ObjectType(name, Map.of(), false, List.of(), null).and(fields);
  }

  /** The same with more fields. */
  public ObjectType and(Field<?>... more) {
    return and(Arrays.asList(more));
  }

  /** The same with more fields. */
  public ObjectType and(Collection<? extends Field<?>> more) {
    Map<String, Field<?>> all = new LinkedHashMap<>(fields);
    for (Field<?> field : more) {
      if (all.put(field.name(), field) != null) {
        throw new IllegalArgumentException(field.name() + " is declared twice");
      }
    }
    return new ObjectType(name, Collections.unmodifiableMap(all), open, rules, example);
  }

  /** The same, which may hold fields that are not declared, whatever the dialect says. */
  public ObjectType ignoringUnknown() {
    return new ObjectType(name, fields, true, rules, example);
  }

  /**
   * The same with a rule on several fields at once. It sees what could be read, after all else was
   * checked, also when something was wrong.
   */
  public ObjectType obeying(BiConsumer<Values, Spot> rule) {
    List<BiConsumer<Values, Spot>> more = new ArrayList<>(rules);
    more.add(rule);
    return new ObjectType(name, fields, open, List.copyOf(more), example);
  }

  /** The same with an example, in JSON. It is read when somebody asks for it. */
  public ObjectType example(String json) {
    return example(() -> json);
  }

  /** The same with an example, in JSON, that is made when somebody asks for it. */
  public ObjectType example(Supplier<String> json) {
    return new ObjectType(name, fields, open, rules, json);
  }

  /** What documents call it; empty if they describe it where it stands. */
  public String name() {
    return name;
  }

  /** In the order of declaration. */
  public Collection<Field<?>> fields() {
    return fields.values();
  }

  /**
   * Its example; empty if it was given none.
   *
   * @throws IllegalStateException if that is no JSON
   */
  public Optional<JsonNode> example() {
    return Optional.ofNullable(example).map(json -> read(json.get()));
  }

  private JsonNode read(String json) {
    try {
      return Json.read(json);
    } catch (Json.Malformed e) {
      throw new IllegalStateException("The example of " + name + " is no JSON", e);
    }
  }

  /** No value yet. */
  public Values.Builder values() {
    return new Values.Builder(this, false);
  }

  Map<String, Field<?>> byName() {
    return fields;
  }

  @Override
  Optional<Values> read(Spot spot, JsonNode value) {
    if (!value.isObject()) {
      spot.report(Problem.Kind.WRONG_TYPE, value);
      return Optional.empty();
    }
    Dialect dialect = spot.dialect();
    refuseUnknown(Dialect.Unknown.REFUSED, spot, value);
    Values.Builder builder = new Values.Builder(this, dialect.emptyIsAbsent());
    fields.values().forEach(field -> field.read(spot, value.get(field.name()), builder));
    refuseUnknown(Dialect.Unknown.REFUSED_LAST, spot, value);
    Values values = builder.build();
    for (BiConsumer<Values, Spot> rule : rules) {
      rule.accept(values, spot);
    }
    return Optional.of(values);
  }

  private void refuseUnknown(Dialect.Unknown when, Spot spot, JsonNode value) {
    if (!open && spot.dialect().unknown() == when && !value.isEmpty()) {
      List<String> unknown =
          value.properties().stream()
              .map(Map.Entry::getKey)
              .filter(sent -> !fields.containsKey(sent))
              .toList();
      if (!unknown.isEmpty()) {
        spot.reportUnknown(this, unknown, value);
      }
    }
  }

  @Override
  public JsonNode write(Values values) {
    ObjectNode object = Json.object();
    fields.values().forEach(field -> write(field, values, object));
    return object;
  }

  private static <T> void write(Field<T> field, Values values, ObjectNode object) {
    Optional<T> value = values.given(field);
    if (value.isPresent()) {
      object.set(field.name(), field.type().write(value.get()));
    } else if (values.has(field)) {
      object.putNull(field.name());
    }
  }

  @Override
  ObjectNode describe(JsonSchema writer) {
    return name.isEmpty() ? whole(writer) : writer.reference(name, () -> whole(writer));
  }

  /** With its fields, not by its name. */
  private ObjectNode whole(JsonSchema writer) {
    ObjectNode schema = Json.object().put("type", JsonKind.OBJECT.word());
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = Json.array();
    for (Field<?> field : fields.values()) {
      properties.set(field.name(), writer.of(field));
      if (field.isRequired()) {
        required.add(field.name());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return open || writer.isOpen() ? schema : schema.put("additionalProperties", false);
  }
}
