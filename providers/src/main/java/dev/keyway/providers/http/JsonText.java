package dev.keyway.providers.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON that passes through, such as a browser's options. */
public final class JsonText {

  private JsonText() {}

  /** A tree of maps, lists, texts, numbers and booleans as text. */
  public static String of(Map<String, ? extends @Nullable Object> tree) {
    try {
      return WireJson.MAPPER.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a JSON tree");
    }
  }
}
