package dev.keyway.emulator.internal.stytch.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.stytch.protocol.Fields;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The maps that an application keeps with a user. */
public final class Metadata {
  /** What it refuses a change with. */
  public static final Set<StytchError> ERRORS =
      Set.of(
          StytchError.METADATA_INVALID_FORMAT,
          StytchError.METADATA_TOO_LARGE,
          StytchError.METADATA_TOO_MANY_KEYS);

  private static final int MOST_KEYS = 20;
  private static final int LARGEST_BYTES = 4096;

  private Metadata() {}

  /** The trusted map after what a body changes in it. */
  public static Map<String, Object> trusted(Map<String, Object> present, Fields body) {
    return merged(present, body.any("trusted_metadata"));
  }

  /** The untrusted map after what a body changes in it. */
  public static Map<String, Object> untrusted(Map<String, Object> present, Fields body) {
    return merged(present, body.any("untrusted_metadata"));
  }

  /** Only the keys of the first level are merged: a key that is sent replaces all below it. */
  private static Map<String, Object> merged(
      Map<String, Object> present, Optional<JsonNode> change) {
    if (change.isEmpty()) {
      return present;
    }
    if (!(change.get() instanceof ObjectNode map)) {
      throw StytchError.METADATA_INVALID_FORMAT.failure();
    }
    ObjectNode merged = PlainValues.object(present);
    map.properties()
        .forEach(
            entry -> {
              if (entry.getValue().isNull()) {
                merged.remove(entry.getKey());
              } else {
                merged.set(entry.getKey(), entry.getValue());
              }
            });
    if (merged.size() > MOST_KEYS) {
      throw StytchError.METADATA_TOO_MANY_KEYS.failure();
    }
    if (Json.write(merged).getBytes(StandardCharsets.UTF_8).length > LARGEST_BYTES) {
      throw StytchError.METADATA_TOO_LARGE.failure();
    }
    return new LinkedHashMap<>(PlainValues.map(merged));
  }
}
