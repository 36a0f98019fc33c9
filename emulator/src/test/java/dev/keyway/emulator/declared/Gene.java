package dev.keyway.emulator.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.keyway.emulator.internal.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes values from what is declared of them: most keep to it, some nearly do, some are hostile.
 *
 * @param known values of earlier answers, for fields of their names
 * @param wild how many values in a hundred are hostile
 */
record Gene(Random random, Pool known, int wild) {
  private static final List<String> HOSTILE =
      List.of(
          "",
          " ",
          "\u0000",
          "\ud800",
          "\udc00x",
          "\u202eabc\u202d",
          "\ufeff",
          "e\u0301\u0301\u0301\u0301",
          "\u0130\u0131\u00df\ufb03",
          "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67",
          "a\r\nset-cookie: x=y",
          "%00%0d%0a%2e%2e",
          "%s%n%x",
          "${jndi:ldap://localhost/x}",
          "<script>alert(1)</script>",
          "'; drop table users; --",
          "../../../../etc/passwd",
          "me",
          "null",
          "1e999999999",
          "00000000-0000-0000-0000-000000000000",
          "\"ada lovelace\"@example.com",
          "ada@[127.0.0.1]",
          "\u00e4@\u00f6.example",
          "http://localhost:3000/\u00a0x?y=%zz#",
          "javascript:alert(1)",
          "eyJhbGciOiJub25lIn0.e30.");

  /** A time in the next century, in milliseconds. */
  private static final BigDecimal FAR = BigDecimal.valueOf(4_102_444_800_000L);

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "1",
          "0.5",
          "2147483647",
          "2147483648",
          "-9223372036854775809",
          "9007199254740993",
          "1e308",
          "1e-400",
          "-1e20",
          "99999999999999999999999999");

  private static final List<String> LIKELY =
      List.of(
          "x",
          "Ada",
          "ada@example.com",
          "grace@example.com",
          "+14155551234",
          "correct horse battery staple",
          "http://localhost:3000/authenticate",
          "000000",
          "github",
          "localhost",
          "en",
          "PT1M",
          "P1D",
          "2030-01-01T00:00:00Z",
          "stackauth",
          "stytch");

  /** Whether something happens that happens so many times in a hundred. */
  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** An object: its required fields nearly always, the others now and then. */
  ObjectNode object(String resource, JsonNode schema, int depth) {
    ObjectNode object = Json.object();
    List<String> required = DeclaredRoute.texts(schema.path("required"));
    int optional = wild > 0 ? pick(List.of(0, 10, 40)) : pick(List.of(0, 0, 0, 10));
    int present = wild > 5 ? 95 : 100;
    for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
      if (chance(required.contains(field.getKey()) ? present : optional)) {
        object.set(field.getKey(), value(resource, field.getKey(), field.getValue(), depth));
      }
    }
    if (chance(wild / 4)) {
      object.set(pick(HOSTILE), hostile(depth));
    }
    return object;
  }

  /** A value of a field. */
  JsonNode value(String resource, String name, JsonNode schema, int depth) {
    if (chance(wild)) {
      return hostile(depth);
    }
    if (schema.has("enum")) {
      return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
    }
    JsonNode either = schema.path("oneOf").isArray() ? schema.path("oneOf") : schema.path("anyOf");
    if (!either.isEmpty()) {
      return value(resource, name, either.path(random.nextInt(either.size())), depth);
    }
    return switch (Sample.kind(schema)) {
      case "string" -> TextNode.valueOf(text(resource, name, schema));
      case "boolean" -> BooleanNode.valueOf(random.nextBoolean());
      case "integer", "number" -> number(name, schema);
      case "array" -> array(resource, name, schema, depth);
      case "object" -> depth > 5 ? Json.object() : open(resource, schema, depth + 1);
      default -> chance(30) ? hostile(depth) : TextNode.valueOf(text(resource, name, schema));
    };
  }

  /** A text for a field, a parameter or a part of a path. */
  String text(String resource, String name, JsonNode schema) {
    if (chance(wild)) {
      return chance(2) ? "\u00e4".repeat(70_000) : pick(HOSTILE);
    }
    if (chance(wild)) {
      int most = schema.path("maxLength").asInt(255);
      return "a".repeat(Math.min(most + 1, 2_000));
    }
    List<String> earlier = chance(wild > 0 ? 75 : 98) ? known.of(resource, name) : List.of();
    return earlier.isEmpty() ? likely(schema) : pick(latest(earlier));
  }

  /** The last few, mostly: the others may be of what was deleted since. */
  private List<String> latest(List<String> earlier) {
    return chance(85) ? earlier.subList(Math.max(0, earlier.size() - 3), earlier.size()) : earlier;
  }

  private String likely(JsonNode schema) {
    return chance(50)
        ? new Sample(Map.of()).value("", schemaOfText(schema)).asText()
        : pick(LIKELY);
  }

  private static JsonNode schemaOfText(JsonNode schema) {
    return schema.has("pattern") || schema.has("enum")
        ? Json.object().put("type", "string")
        : ((ObjectNode) (schema.isObject() ? schema.deepCopy() : Json.object()))
            .put("type", "string");
  }

  private JsonNode number(String name, JsonNode schema) {
    if (!chance(4 * wild)) {
      BigDecimal least =
          name.startsWith("expires_at")
              ? FAR
              : schema.path("minimum").decimalValue().max(BigDecimal.ZERO);
      return DecimalNode.valueOf(least.add(BigDecimal.valueOf(random.nextInt(120))));
    }
    return DecimalNode.valueOf(new BigDecimal(pick(NUMBERS)));
  }

  private ArrayNode array(String resource, String name, JsonNode schema, int depth) {
    ArrayNode array = Json.array();
    int size = chance(2) ? 500 : random.nextInt(4);
    for (int i = 0; i < size && depth < 6; i++) {
      array.add(value(resource, name, schema.path("items"), depth + 1));
    }
    return array;
  }

  private ObjectNode open(String resource, JsonNode schema, int depth) {
    ObjectNode object = object(resource, schema, depth);
    int more = schema.has("properties") ? 0 : random.nextInt(4);
    for (int i = 0; i < more; i++) {
      object.set(chance(70) ? "key" + i : pick(HOSTILE), hostile(depth));
    }
    return object;
  }

  /** Anything at all. */
  JsonNode hostile(int depth) {
    return switch (random.nextInt(depth > 4 ? 5 : 8)) {
      case 0 -> NullNode.getInstance();
      case 1 -> BooleanNode.TRUE;
      case 2 -> DecimalNode.valueOf(new BigDecimal(pick(NUMBERS)));
      case 3, 4 -> TextNode.valueOf(pick(HOSTILE));
      case 5 -> Json.object().set(pick(HOSTILE), hostile(depth + 1));
      case 6 -> Json.array().add(hostile(depth + 1)).add(hostile(depth + 1));
      default -> deep(random.nextInt(300));
    };
  }

  private static JsonNode deep(int levels) {
    JsonNode node = Json.array();
    for (int i = 0; i < levels; i++) {
      node = i % 2 == 0 ? Json.array().add(node) : Json.object().set("a", node);
    }
    return node;
  }
}
