package dev.keyway.emulator.stytch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.http.Json;
import java.nio.charset.StandardCharsets;

/** Limits and merging of metadata. */
final class MetadataRules {
  private static final int MAX_KEYS = 20;
  private static final int MAX_BYTES = 4096;

  private MetadataRules() {}

  /** The field of that name merged into {@code current}; {@code current} if it was not sent. */
  static ObjectNode updated(StytchCall call, String field, ObjectNode current) {
    return call.value(field).map(patch -> merged(current, patch)).orElse(current);
  }

  /** Merges top-level keys only: a key replaces, null deletes, what is not named stays. */
  static ObjectNode merged(ObjectNode current, JsonNode patch) {
    if (!patch.isObject()) {
      throw StytchError.METADATA_INVALID_FORMAT.failure();
    }
    ObjectNode merged = current.deepCopy();
    patch
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().isNull()) {
                merged.remove(entry.getKey());
              } else {
                merged.set(entry.getKey(), entry.getValue());
              }
            });
    if (merged.size() > MAX_KEYS) {
      throw StytchError.METADATA_TOO_MANY_KEYS.failure();
    }
    if (bytes(merged) > MAX_BYTES) {
      throw StytchError.METADATA_TOO_LARGE.failure();
    }
    return merged;
  }

  static int bytes(JsonNode node) {
    return Json.write(node).getBytes(StandardCharsets.UTF_8).length;
  }
}
