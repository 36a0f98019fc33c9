package dev.keyway.emulator.internal.stytch.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stytch.protocol.Timestamps;
import dev.keyway.emulator.internal.stytch.state.Factor;
import dev.keyway.emulator.internal.stytch.state.StytchSession;
import java.util.List;

/** A session on the wire: in responses, and inside a session JWT. */
public final class SessionView {
  private SessionView() {}

  public static ObjectNode of(StytchSession session, List<String> roles) {
    ObjectNode json =
        Json.object().put("session_id", session.id()).put("user_id", session.userId());
    session.factors.forEach(
        factor ->
            json.withArray("authentication_factors")
                .add(
                    factor(factor)
                        .put("created_at", Timestamps.text(factor.createdAt()))
                        .put("updated_at", Timestamps.text(factor.provedAt()))));
    common(json, session, roles);
    json.set("custom_claims", session.customClaims.deepCopy());
    return json;
  }

  /** The vendor's own claim; its factors are shorter than those in responses. */
  static ObjectNode claim(StytchSession session, List<String> roles) {
    ObjectNode json = Json.object().put("id", session.id());
    session.factors.forEach(factor -> json.withArray("authentication_factors").add(factor(factor)));
    common(json, session, roles);
    return json;
  }

  private static void common(ObjectNode json, StytchSession session, List<String> roles) {
    json.withArray("authentication_factors");
    roles.forEach(json.putArray("roles")::add);
    json.put("started_at", Timestamps.text(session.createdAt()))
        .put("last_accessed_at", Timestamps.text(session.lastUsedAt()))
        .put("expires_at", Timestamps.text(session.expiresAt()));
    json.set("attributes", session.attributes.json());
  }

  private static ObjectNode factor(Factor factor) {
    ObjectNode json =
        Json.object()
            .put("type", factor.type())
            .put("delivery_method", factor.delivery())
            .put("last_authenticated_at", Timestamps.text(factor.provedAt()));
    if (!factor.key().isEmpty()) {
      json.set(factor.key(), factor.which().deepCopy());
    }
    return json;
  }
}
