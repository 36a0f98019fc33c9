package dev.keyway.providers.stytch.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stytch merges metadata by key and takes away what comes as null. */
public final class Metadata {

  private Metadata() {}

  /** What to send so that {@code after} is all that is left. */
  public static @Nullable Map<String, @Nullable Object> replacing(
      @Nullable Map<String, @Nullable Object> before,
      @Nullable Map<String, @Nullable Object> after) {
    if (after == null) {
      return null;
    }
    Map<String, @Nullable Object> patch = new LinkedHashMap<>();
    if (before != null) {
      before.keySet().forEach(key -> patch.put(key, null));
    }
    patch.putAll(after);
    return patch;
  }
}
