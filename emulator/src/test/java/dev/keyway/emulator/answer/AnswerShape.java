package dev.keyway.emulator.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an answer has to look like, as the tables of answers say it.
 *
 * @param types by name, as they stand in the table
 * @param shape of the answer, as it stands in the table
 */
record AnswerShape(JsonNode types, JsonNode shape) {
  private static final String OR = " or ";

  /** Whether no JSON is expected at all. */
  boolean none() {
    return shape.asText().equals("none");
  }

  /** Where an answer is of another shape, as {@code place: what is wrong}; nothing if it is not. */
  List<String> differences(JsonNode answer) {
    return differences("", shape, answer);
  }

  private List<String> differences(String place, JsonNode expected, JsonNode value) {
    if (expected.isArray()) {
      return elements(place, expected.path(0), value);
    }
    if (expected.isObject()) {
      return fields(place, expected, value);
    }
    String words = expected.asText();
    if (words.contains(OR)) {
      return oneOf(place, List.of(words.split(OR, -1)), value);
    }
    return named(place, words, value);
  }

  private List<String> named(String place, String name, JsonNode value) {
    boolean fits =
        switch (name) {
          case "any" -> true;
          case "text" -> value.isTextual();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "flag" -> value.isBoolean();
          case "null" -> value.isNull();
          default -> {
            if (!types.has(name)) {
              throw new IllegalStateException("No type " + name);
            }
            yield value.isObject();
          }
        };
    if (!fits) {
      return List.of(wrong(place, value.getNodeType() + " in place of " + name));
    }
    return types.has(name) ? fields(place, types.path(name), value) : List.of();
  }

  private List<String> oneOf(String place, List<String> names, JsonNode value) {
    return names.stream()
        .map(name -> named(place, name, value))
        .min(Comparator.comparing(List::size))
        .orElseThrow();
  }

  private List<String> elements(String place, JsonNode expected, JsonNode value) {
    if (!value.isArray()) {
      return List.of(wrong(place, value.getNodeType() + " in place of a list"));
    }
    List<String> wrong = new ArrayList<>();
    value.forEach(element -> wrong.addAll(differences(place + "[]", expected, element)));
    return wrong;
  }

  private List<String> fields(String place, JsonNode expected, JsonNode value) {
    if (!value.isObject()) {
      return List.of(wrong(place, value.getNodeType() + " in place of an object"));
    }
    Map<String, JsonNode> declared = declared(expected);
    List<String> wrong = new ArrayList<>();
    declared.forEach(
        (name, shapeOfField) -> {
          boolean optional = name.endsWith("?");
          String field = optional ? name.substring(0, name.length() - 1) : name;
          if (value.has(field)) {
            wrong.addAll(differences(within(place, field), shapeOfField, value.get(field)));
          } else if (!optional) {
            wrong.add(wrong(within(place, field), "missing"));
          }
        });
    value
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (!declared.containsKey(field) && !declared.containsKey(field + "?")) {
                wrong.add(wrong(within(place, field), "not the vendor's"));
              }
            });
    return wrong;
  }

  /** With the fields of what it extends; its own ones come in their place. */
  private Map<String, JsonNode> declared(JsonNode expected) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    if (expected.has("extends")) {
      fields.putAll(declared(types.path(expected.path("extends").asText())));
    }
    expected.properties().stream()
        .filter(field -> !field.getKey().equals("extends"))
        .forEach(field -> fields.put(field.getKey(), field.getValue()));
    return fields;
  }

  private static String within(String place, String field) {
    return Stream.of(place, field)
        .filter(part -> !part.isEmpty())
        .reduce((a, b) -> a + "." + b)
        .orElse("");
  }

  private static String wrong(String place, String words) {
    return place + ": " + words;
  }
}
