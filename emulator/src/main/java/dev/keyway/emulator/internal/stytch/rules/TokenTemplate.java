package dev.keyway.emulator.internal.stytch.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.keyway.emulator.internal.json.Json;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The claims that a project puts beside the standard ones. A text that is nothing but {@code
 * {{client.…}}} or {@code {{user.…}}} stands for what is known there (inferred: the vendor's
 * templates are made in its dashboard only).
 */
public final class TokenTemplate {
  private static final Pattern PLACE =
      Pattern.compile("\\{\\{\\s*((?:client|user)(?:\\.[^\\s.{}]+)+)\\s*}}");

  private TokenTemplate() {}

  /**
   * The claims of a template. What is not known is left out.
   *
   * @param facts what is known, by {@code client} or {@code user}
   */
  public static ObjectNode claims(ObjectNode template, ObjectNode facts) {
    ObjectNode claims = Json.object();
    template
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
