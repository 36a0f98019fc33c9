package dev.keyway.emulator.internal.stackauth.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import java.util.List;

/** What one value must be. {@link Rules} makes them. */
public interface Rule {
  /**
   * Checks a value that is there and adds what is wrong with it to {@code problems}.
   *
   * @param path where the value stands, for example {@code body.email}
   * @return the value in the type that the rule wants; the value itself if it cannot be had
   */
  JsonNode check(String path, JsonNode value, List<String> problems);

  /** How OpenAPI describes such a value, as far as it can. */
  default ObjectNode document() {
    return Json.object();
  }

  /** Whether null is a value that passes. */
  default boolean acceptsNull() {
    return false;
  }

  /** The same rule, which null passes too. */
  default Rule nullable() {
    Rule rule = this;
    return new Rule() {
      @Override
      public JsonNode check(String path, JsonNode value, List<String> problems) {
        return rule.check(path, value, problems);
      }

      @Override
      public boolean acceptsNull() {
        return true;
      }
    };
  }
}
