package dev.keyway.emulator.internal.stytch.m2m;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.stytch.state.M2mClient;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The claims that a project puts beside the standard ones. A text that is nothing but {@code
 * {{client.…}}} stands for what the machine has there (inferred: the vendor's templates are made in
 * its dashboard only).
 */
final class TokenTemplate {
  private static final Pattern PLACE =
      Pattern.compile("\\{\\{\\s*client\\.([A-Za-z0-9_]+(?:\\.[^\\s.{}]+)*)\\s*}}");

  private TokenTemplate() {}

  /** The claims of a machine. What it does not have is left out. */
  static ObjectNode claims(Map<String, Object> template, M2mClient client) {
    ObjectNode facts =
        Json.object()
            .put("client_id", client.id())
            .put("client_name", client.name())
            .put("client_description", client.description());
    facts.set("trusted_metadata", PlainValues.object(client.metadata()));
    ObjectNode claims = Json.object();
    PlainValues.object(template)
        .properties()
        .forEach(
            claim -> {
              JsonNode value = filled(claim.getValue(), facts);
              if (!value.isMissingNode()) {
                claims.set(claim.getKey(), value);
              }
            });
    return claims;
  }

  private static JsonNode filled(JsonNode value, ObjectNode facts) {
    if (value instanceof TextNode text) {
      Matcher place = PLACE.matcher(text.textValue());
      return place.matches() ? facts.at("/" + place.group(1).replace('.', '/')) : value;
    }
    return value;
  }
}
