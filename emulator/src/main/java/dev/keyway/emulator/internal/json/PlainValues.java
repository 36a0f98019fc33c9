package dev.keyway.emulator.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON trees as maps, lists, texts, booleans and numbers. Whole numbers are {@code Long}s. */
public final class PlainValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PlainValues() {}

  /** A tree as plain values; null for null. */
  public static @Nullable Object of(JsonNode node) {
    if (node.isObject()) {
      return map(node);
    }
    if (node.isArray()) {
      List<@Nullable Object> list = new ArrayList<>();
      node.forEach(item -> list.add(of(item)));
      return list;
    }
    if (node.isTextual()) {
      return node.textValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isNumber()) {
      return node.canConvertToExactIntegral() && node.canConvertToLong() && node.isIntegralNumber()
          ? node.longValue()
          : node.isIntegralNumber() ? node.bigIntegerValue() : node.numberValue();
    }
    return null;
  }

  /** An object as a map; an empty one for anything else. */
  public static Map<String, @Nullable Object> map(JsonNode node) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    node.properties().forEach(field -> map.put(field.getKey(), of(field.getValue())));
    return map;
  }

  /** Plain values as a tree. */
  public static JsonNode tree(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return object(map);
    }
    if (value instanceof Collection<?> list) {
      ArrayNode array = NODES.arrayNode();
      list.forEach(item -> array.add(tree(item)));
      return array;
    }
    if (value instanceof String text) {
      return NODES.textNode(text);
    }
    if (value instanceof Boolean flag) {
      return NODES.booleanNode(flag);
    }
    if (value instanceof BigInteger large) {
      return NODES.numberNode(large);
    }
    if (value instanceof BigDecimal exact) {
      return NODES.numberNode(exact);
    }
    if (value instanceof Double || value instanceof Float) {
      return NODES.numberNode(((Number) value).doubleValue());
    }
    if (value instanceof Number number) {
      long whole = number.longValue();
      return whole == (int) whole ? NODES.numberNode((int) whole) : NODES.numberNode(whole);
    }
    return NODES.nullNode();
  }

  /** A map as an object. */
  public static ObjectNode object(Map<?, ?> map) {
    ObjectNode object = NODES.objectNode();
    map.forEach((name, value) -> object.set(String.valueOf(name), tree(value)));
    return object;
  }
}
