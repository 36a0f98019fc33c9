package dev.keyway.emulator.stytch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.http.Json;

/** How a session is shown. */
final class SessionView {
  private SessionView() {}

  static ObjectNode of(StytchSession session) {
    ObjectNode json =
        Json.object().put("session_id", session.id()).put("user_id", session.userId());
    session.factors().forEach(f -> json.withArray("authentication_factors").add(f.json()));
    session.roles().forEach(json.putArray("roles")::add);
    json.put("started_at", Timestamps.micros(session.createdAt()))
        .put("last_accessed_at", Timestamps.micros(session.lastUsedAt()))
        .put("expires_at", Timestamps.micros(session.expiresAt()));
    json.set("attributes", noAttributes());
    json.set("custom_claims", session.customClaims());
    return json;
  }

  /** The session claim of a JWT: whole seconds, no user, no custom claims. */
  static ObjectNode claim(StytchSession session) {
    ObjectNode json =
        Json.object()
            .put("id", session.id())
            .put("started_at", Timestamps.seconds(session.createdAt()))
            .put("last_accessed_at", Timestamps.seconds(session.lastUsedAt()))
            .put("expires_at", Timestamps.seconds(session.expiresAt()));
    json.set("attributes", noAttributes());
    session.factors().forEach(f -> json.withArray("authentication_factors").add(f.claim()));
    session.roles().forEach(json.putArray("roles")::add);
    return json;
  }

  /** No endpoint that begins a session and is built so far takes attributes. */
  private static ObjectNode noAttributes() {
    return Json.object().put("ip_address", "").put("user_agent", "");
  }
}
