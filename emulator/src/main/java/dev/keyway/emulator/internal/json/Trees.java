package dev.keyway.emulator.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Trees from tokens and back, as a default {@code ObjectMapper} reads and writes them, without one:
 * it loads some 400 classes before the first request can be answered.
 */
final class Trees {
  /** What was read is written again with more around it, and writers stop at a thousand. */
  private static final int DEEPEST = 900;

  private static final String HEX = "0123456789ABCDEF";

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Trees() {}

  /**
   * Reads one value and nothing after it.
   *
   * @return null if there is none
   */
  static @Nullable JsonNode read(String text) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return null;
      }
      JsonNode root = node(parser, first);
      fill(parser, root);
      return parser.nextToken() == null ? root : null;
    }
  }

  /** Reads what is in a container that was begun. Keeps its own stack: depth costs no frames. */
  private static void fill(JsonParser parser, JsonNode root) throws IOException {
    Deque<JsonNode> open = new ArrayDeque<>();
    if (root.isContainerNode()) {
      open.push(root);
    }
    while (!open.isEmpty()) {
      JsonToken token = parser.nextToken();
      JsonNode child;
      if (token == null) {
        return;
      } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
        open.pop();
        continue;
      } else if (open.peek() instanceof ObjectNode object) {
        String name = parser.currentName();
        child = node(parser, parser.nextToken());
        object.set(name, child);
      } else {
        child = node(parser, token);
        ((ArrayNode) open.element()).add(child);
      }
      if (child.isContainerNode()) {
        open.push(child);
      }
    }
  }

  /** A value, or a container without what is in it. */
  private static JsonNode node(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> NODES.objectNode();
      case START_ARRAY -> NODES.arrayNode();
      case VALUE_STRING -> NODES.textNode(Unicode.wellFormed(parser.getText()));
      case VALUE_NUMBER_INT ->
          switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
          };
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> throw new IllegalStateException("No value begins with " + token);
    };
  }

  /** Appends a tree without any blank. */
  static void append(StringBuilder out, JsonNode node) {
    if (node instanceof ObjectNode object) {
      out.append('{');
      boolean first = true;
      for (var field : object.properties()) {
        if (!first) {
          out.append(',');
        }
        first = false;
        appendText(out, field.getKey());
        out.append(':');
        append(out, field.getValue());
      }
      out.append('}');
    } else if (node instanceof ArrayNode list) {
      out.append('[');
      for (int i = 0; i < list.size(); i++) {
        if (i > 0) {
          out.append(',');
        }
        append(out, list.get(i));
      }
      out.append(']');
    } else {
      appendValue(out, node);
    }
  }

  private static void appendValue(StringBuilder out, JsonNode node) {
    switch (node.getNodeType()) {
      case STRING -> appendText(out, node.textValue());
      case BOOLEAN -> out.append(node.booleanValue());
      case NULL -> out.append("null");
      case NUMBER -> {
        if (node.isInt() || node.isLong() || node.isShort()) {
          out.append(node.longValue());
        } else if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
          appendText(out, node.asText());
        } else {
          out.append(node.numberValue());
        }
      }
      default -> throw new IllegalStateException("Not JSON: " + node.getNodeType());
    }
  }

  /** Appends a text in quotes. */
  static void appendText(StringBuilder out, String text) {
    out.append('"');
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        out.append(text, from, i);
        appendEscaped(out, c);
        from = i + 1;
      }
    }
    if (from == 0) {
      out.append(text);
    } else {
      out.append(text, from, text.length());
    }
    out.append('"');
  }

  private static void appendEscaped(StringBuilder out, char c) {
    out.append('\\');
    switch (c) {
      case '"', '\\' -> out.append(c);
      case '\b' -> out.append('b');
      case '\t' -> out.append('t');
      case '\n' -> out.append('n');
      case '\f' -> out.append('f');
      case '\r' -> out.append('r');
      default -> out.append("u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
    }
  }

  /** Writes a tree through a form. */
  static String write(JsonNode tree, Indentation form) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      generator.setPrettyPrinter(form.createInstance());
      write(generator, tree);
    } catch (IOException e) {
      throw new IllegalStateException("A tree can always be written", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator generator, JsonNode node) throws IOException {
    if (node instanceof ObjectNode object) {
      generator.writeStartObject(object);
      for (var field : object.properties()) {
        generator.writeFieldName(field.getKey());
        write(generator, field.getValue());
      }
      generator.writeEndObject();
    } else if (node instanceof ArrayNode list) {
      generator.writeStartArray(list, list.size());
      for (JsonNode element : list) {
        write(generator, element);
      }
      generator.writeEndArray();
    } else {
      writeValue(generator, node);
    }
  }

  private static void writeValue(JsonGenerator generator, JsonNode node) throws IOException {
    switch (node.getNodeType()) {
      case STRING -> generator.writeString(node.textValue());
      case BOOLEAN -> generator.writeBoolean(node.booleanValue());
      case NULL -> generator.writeNull();
      case NUMBER -> {
        if (node.canConvertToLong() && node.isIntegralNumber()) {
          generator.writeNumber(node.longValue());
        } else if (node.isIntegralNumber()) {
          generator.writeNumber(node.bigIntegerValue());
        } else if (node.isFloat()) {
          generator.writeNumber(node.floatValue());
        } else if (node.isBigDecimal()) {
          generator.writeNumber(node.decimalValue());
        } else {
          generator.writeNumber(node.doubleValue());
        }
      }
      default -> throw new IllegalStateException("Not JSON: " + node.getNodeType());
    }
  }
}
