package dev.keyway.providers.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON that passes through unchanged, such as a browser's credentials. */
public final class JsonText {

  private JsonText() {}

  /** A JSON object's fields; empty when the text is not one whole object. */
  public static Optional<Map<String, @Nullable Object>> object(String text) {
    return WireJson.object(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A tree of maps, lists, texts, numbers and booleans as text. */
  public static String of(Map<String, ? extends @Nullable Object> tree) {
    try {
      return WireJson.MAPPER.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a JSON tree");
    }
  }
}
