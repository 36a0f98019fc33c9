package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;

/** What a value stands for where another kind is wanted: {@code "5"} for 5. */
@FunctionalInterface
public interface Coercion {
  /** Takes every value as it is. */
  Coercion NONE = (wanted, sent) -> sent;

  /** Takes whole numbers and flags that were sent as text, as a query has them. */
  Coercion OF_TEXT =
      (wanted, sent) ->
          switch (wanted) {
            case WHOLE -> whole(sent);
            case FLAG -> flag(sent);
            default -> sent;
          };

  /**
   * The value to judge in place of the one that was sent: that one itself if it stands for nothing
   * else.
   */
  JsonNode coerce(JsonKind wanted, JsonNode sent);

  private static JsonNode whole(JsonNode sent) {
    try {
      return sent.isTextual() ? IntNode.valueOf(Integer.parseInt(sent.textValue())) : sent;
    } catch (NumberFormatException e) {
      return sent;
    }
  }

  private static JsonNode flag(JsonNode sent) {
    return switch (sent.asText()) {
      case "true" -> BooleanNode.TRUE;
      case "false" -> BooleanNode.FALSE;
      default -> sent;
    };
  }
}
