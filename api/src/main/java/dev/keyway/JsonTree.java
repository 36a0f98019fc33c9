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

  /** How many bytes a copied tree has as JSON without blanks, in UTF-8. */
  static long bytes(@Nullable Object node) {
    if (node instanceof Map<?, ?> map) {
      return 2
          + Math.max(0, map.size() - 1)
          + map.entrySet().stream()
              .mapToLong(e -> bytes(e.getKey()) + 1 + bytes(e.getValue()))
              .sum();
    }
    if (node instanceof List<?> list) {
      return 2 + Math.max(0, list.size() - 1) + list.stream().mapToLong(JsonTree::bytes).sum();
    }
    return node instanceof String text
        ? 2 + text.codePoints().mapToLong(JsonTree::bytes).sum()
        : String.valueOf(node).length();
  }

  /** With the two-character escapes of RFC 8259, section 7, and six characters for the others. */
  private static int bytes(int codePoint) {
    if (codePoint < 0x20) {
      return "\b\t\n\f\r".indexOf(codePoint) >= 0 ? 2 : 6;
    }
    if (codePoint < 0x80) {
      return codePoint == '"' || codePoint == '\\' ? 2 : 1;
    }
    return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
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
