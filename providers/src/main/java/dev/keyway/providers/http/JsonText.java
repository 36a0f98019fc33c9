package dev.keyway.providers.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.keyway.AuthException;
import java.util.Collections;
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

  /**
   * A vendor's text as such a tree, which is not to be changed.
   *
   * @throws AuthException {@link dev.keyway.ErrorCode#INVALID_RESPONSE} if it is none
   */
  public static Map<String, @Nullable Object> read(String text) {
    try {
      Map<String, @Nullable Object> tree =
          WireJson.MAPPER.readValue(text, new TypeReference<>() {});
      if (tree == null) {
        throw Answer.invalid("with null in place of a tree");
      }
      return Collections.unmodifiableMap(tree);
    } catch (JsonProcessingException e) {
      throw Answer.invalid("with a text that is no JSON tree");
    }
  }
}
