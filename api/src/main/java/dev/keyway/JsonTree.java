package dev.keyway;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Deep, unmodifiable copies of JSON-like trees: maps with string keys, lists, strings, numbers,
 * booleans and null.
 */
final class JsonTree {

  private static final int MAX_DEPTH = 32;

  private JsonTree() {}

  static Map<String, @Nullable Object> copy(
      Map<String, ? extends @Nullable Object> map, String argument) {
    Arguments.notNull(map, argument);
    return copyMap(map, argument, 0);
  }

  private static Map<String, @Nullable Object> copyMap(Map<?, ?> map, String argument, int depth) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          if (!(key instanceof String name)) {
            throw Arguments.invalid(argument, "has a key that is not a string");
          }
          copy.put(name, copyNode(value, argument, depth + 1));
        });
    return Collections.unmodifiableMap(copy);
  }

  private static @Nullable Object copyNode(@Nullable Object node, String argument, int depth) {
    if (depth > MAX_DEPTH) {
      throw Arguments.invalid(argument, "is nested too deeply");
    }
    if (node == null
        || node instanceof String
        || node instanceof Boolean
        || (node instanceof Number number && isJson(number))) {
      return node;
    }
    if (node instanceof Map<?, ?> map) {
      return copyMap(map, argument, depth);
    }
    if (node instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(copyNode(item, argument, depth + 1)));
      return Collections.unmodifiableList(copy);
    }
    throw Arguments.invalid(argument, "has a value that JSON has no form for");
  }

  /** The immutable ones only. */
  private static boolean isJson(Number number) {
    return number instanceof Integer
        || number instanceof Long
        || number instanceof Short
        || number instanceof Byte
        || number instanceof BigInteger
        || number instanceof BigDecimal
        || (number instanceof Double d && Double.isFinite(d))
        || (number instanceof Float f && Float.isFinite(f));
  }
}
