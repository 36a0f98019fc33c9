package dev.keyway.emulator.internal.stackauth.apikey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stackauth.state.ApiKey;

/** How a key is shown: whole once, then by its end. */
final class ApiKeyView {
  private static final int LAST = 4;

  private ApiKeyView() {}

  static ObjectNode whole(ApiKey key) {
    return common(key).put("value", key.value());
  }

  static ObjectNode masked(ApiKey key) {
    ObjectNode json = common(key);
    json.putObject("value").put("last_four", key.value().substring(key.value().length() - LAST));
    return json;
  }

  private static ObjectNode common(ApiKey key) {
    String holder = key.holder().wireName();
    ObjectNode json =
        Json.object()
            .put("id", key.id())
            .put("type", holder)
            .put(holder + "_id", key.holderId())
            .put("description", key.description())
            .put("is_public", key.shared())
            .put("created_at_millis", key.createdAt().toEpochMilli());
    if (key.expiresAt() != null) {
      json.put("expires_at_millis", key.expiresAt().toEpochMilli());
    }
    if (key.revokedAt() != null) {
      json.put("manually_revoked_at_millis", key.revokedAt().toEpochMilli());
    }
    return json;
  }
}
