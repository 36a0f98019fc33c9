package dev.keyway.emulator.internal.stytch.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The fields of a body whose shape was checked. An absent field, {@code null} and, for text, the
 * empty string are one thing, as in the language that the service is written in (inferred).
 */
public final class Fields {
  private final ObjectNode node;

  Fields(ObjectNode node) {
    this.node = node;
  }

  /** A text that the shape requires; may be empty. */
  public String text(String name) {
    JsonNode value = node.get(name);
    if (value == null || !value.isTextual()) {
      throw new IllegalArgumentException("The shape does not require " + name);
    }
    return value.textValue();
  }

  /** A text that is not empty. */
  public Optional<String> optionalText(String name) {
    return givenText(name).filter(text -> !text.isEmpty());
  }

  /** A text that was sent, the empty one included. */
  public Optional<String> givenText(String name) {
    return any(name).map(JsonNode::textValue);
  }

  /**
   * A number.
   *
   * @throws StytchFailure {@code bad_request} if it does not fit into 32 bits
   */
  public OptionalInt whole(String name) {
    Optional<JsonNode> value = any(name);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!value.get().canConvertToInt()) {
      throw StytchError.BAD_REQUEST.failure("The field " + name + " is out of range.");
    }
    return OptionalInt.of(value.get().intValue());
  }

  /** Whether a flag is set. */
  public boolean flag(String name) {
    return any(name).map(JsonNode::booleanValue).orElse(false);
  }

  /** An object with fields of its own. */
  public Optional<Fields> object(String name) {
    return map(name).map(Fields::new);
  }

  /** An object whose keys are the caller's. */
  public Optional<ObjectNode> map(String name) {
    return any(name).map(value -> (ObjectNode) value);
  }

  /** A list of texts. */
  public Optional<List<String>> texts(String name) {
    return any(name)
        .map(
            array -> {
              List<String> texts = new ArrayList<>();
              array.forEach(element -> texts.add(element.textValue()));
              return texts;
            });
  }

  /** A value of any type, except {@code null}. */
  public Optional<JsonNode> any(String name) {
    return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
  }
}
