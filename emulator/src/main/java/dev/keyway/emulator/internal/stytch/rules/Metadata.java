package dev.keyway.emulator.internal.stytch.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The maps that an application keeps with a user. */
public final class Metadata {
  /** The one that users may not write. That it is a map is judged when it is merged. */
  public static final Field<JsonNode> TRUSTED = Field.any("trusted_metadata");

  private static final Field<JsonNode> UNTRUSTED = Field.any("untrusted_metadata");

  /** Both kinds. That they are maps is judged when they are merged. */
  public static final List<Field<?>> FIELDS = List.of(TRUSTED, UNTRUSTED);

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
  public static Map<String, Object> trusted(Map<String, Object> present, Values body) {
    return merged(present, body.find(TRUSTED));
  }

  /** The untrusted map after what a body changes in it. */
  public static Map<String, Object> untrusted(Map<String, Object> present, Values body) {
    return merged(present, body.find(UNTRUSTED));
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
