package dev.keyway.emulator.internal.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;

/** Reading and writing JSON trees. */
public final class Json {
  /** Two blanks and no blank before a colon: the form that JavaScript's own writer has. */
  private static final Indentation INDENTED = new Indentation();

  private static final int USUAL_LENGTH = 1024;

  private Json() {}

  /** The object that a field holds, made if there is none; any name is a name, "/" included. */
  public static ObjectNode objectIn(ObjectNode parent, String field) {
    return parent.get(field) instanceof ObjectNode there ? there : parent.putObject(field);
  }

  /** A new object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A new object that will have that many fields, so that it need not grow. */
  public static ObjectNode object(int fields) {
    return new ObjectNode(JsonNodeFactory.instance, new LinkedHashMap<>(fields * 4 / 3 + 1));
  }

  /** A new array. */
  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /**
   * Reads one JSON value and nothing after it.
   *
   * @throws Malformed if the text is not that; says nothing of the text
   */
  public static JsonNode read(String text) throws Malformed {
    JsonNode node;
    try {
      node = Trees.read(text);
    } catch (IOException e) {
      throw new Malformed();
    }
    if (node == null) {
      throw new Malformed();
    }
    return node;
  }

  /**
   * The same of a file that people write.
   *
   * @throws Misplaced if the text is not that; says where
   */
  public static JsonNode readPlaced(String text) throws Misplaced {
    JsonNode node;
    try {
      node = Trees.read(text);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new Misplaced(
          at == null
              ? "is no JSON"
              : "line %d, column %d: is no JSON".formatted(at.getLineNr(), at.getColumnNr()));
    } catch (IOException e) {
      throw new Misplaced("is no JSON");
    }
    if (node == null) {
      throw new Misplaced("is empty");
    }
    return node;
  }

  /**
   * The same, but a number that is too large for a double is no value either.
   *
   * @throws Malformed if the text is not that; says nothing of the text
   */
  public static JsonNode readFinite(String text) throws Malformed {
    JsonNode node = read(text);
    if (!finite(node)) {
      throw new Malformed();
    }
    return node;
  }

  /** Whether every number in a tree is one that a double holds: no {@code 1e400}. */
  public static boolean finite(JsonNode node) {
    if (node.isNumber()) {
      return Double.isFinite(node.doubleValue());
    }
    for (JsonNode child : node) {
      if (!finite(child)) {
        return false;
      }
    }
    return true;
  }

  /** The same with null for each number that a double does not hold, as JavaScript writes it. */
  public static JsonNode withoutInfinity(JsonNode node) {
    if (finite(node)) {
      return node;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = object();
      object
          .properties()
          .forEach(field -> copy.set(field.getKey(), withoutInfinity(field.getValue())));
      return copy;
    }
    if (node instanceof ArrayNode list) {
      ArrayNode copy = array();
      list.forEach(element -> copy.add(withoutInfinity(element)));
      return copy;
    }
    return NullNode.getInstance();
  }

  /** Writes a tree without any blank; nothing for a node that is missing. */
  public static String write(JsonNode node) {
    if (node.isMissingNode()) {
      return "";
    }
    StringBuilder text = new StringBuilder(USUAL_LENGTH);
    Trees.append(text, node);
    return text.toString();
  }

  /** Appends what {@link #write} writes. */
  public static void append(StringBuilder out, JsonNode node) {
    Trees.append(out, node);
  }

  /** Appends what {@link #write} writes of a text. */
  public static void append(StringBuilder out, String text) {
    Trees.appendText(out, text);
  }

  /** Writes a tree indented by two. */
  public static String writeIndented(JsonNode node) {
    return Trees.write(node, INDENTED);
  }

  /** Thrown for a file that is not JSON. Says where, and quotes nothing. */
  public static final class Misplaced extends Exception {
    private static final long serialVersionUID = 1L;

    Misplaced(String message) {
      super(message);
    }
  }

  /** Thrown for text that is not JSON. Quotes nothing: the text may hold secrets. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed() {
      super("not JSON");
    }
  }
}
