package dev.keyway.emulator.internal.stackauth.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What administrators see of a project beyond its {@linkplain StackAuthSettings settings}: kept and
 * shown, without an effect here. Immutable; nobody changes the trees.
 *
 * @param createdAt when
 * @param owner id of the internal project's user who made it; null for a world of a test
 * @param top fields beside the configuration, by their names on the wire
 * @param config fields of the configuration, by their names on the wire
 * @param clients what was said of each social provider, by its id
 * @param overrides the configuration as one tree, as far as it was written so, by its first keys
 */
public record ProjectFacts(
    Instant createdAt,
    @Nullable String owner,
    Map<String, JsonNode> top,
    Map<String, JsonNode> config,
    Map<String, JsonNode> clients,
    Map<String, JsonNode> overrides) {

  public ProjectFacts {
    top = Map.copyOf(top);
    config = Map.copyOf(config);
    clients = Map.copyOf(clients);
    overrides = Map.copyOf(overrides);
  }

  static ProjectFacts of(Instant createdAt, Randomness random) {
    var top = Json.object().put("description", "").put("is_production_mode", false);
    var config = Json.object();
    config.putObject("email_config").put("type", "shared");
    config.put("email_theme", random.uuid());
    return new ProjectFacts(createdAt, null, fields(top), fields(config), Map.of(), Map.of());
  }

  public ProjectFacts ownedBy(String userId) {
    return new ProjectFacts(createdAt, userId, top, config, clients, overrides);
  }

  public ProjectFacts with(Map<String, JsonNode> newTop, Map<String, JsonNode> newConfig) {
    return new ProjectFacts(
        createdAt, owner, plus(top, newTop), plus(config, newConfig), clients, overrides);
  }

  public ProjectFacts withClients(Map<String, JsonNode> all) {
    return new ProjectFacts(createdAt, owner, top, config, all, overrides);
  }

  public ProjectFacts withOverrides(Map<String, JsonNode> all) {
    return new ProjectFacts(createdAt, owner, top, config, clients, all);
  }

  private static Map<String, JsonNode> plus(
      Map<String, JsonNode> old, Map<String, JsonNode> changed) {
    Map<String, JsonNode> more = new LinkedHashMap<>(old);
    more.putAll(changed);
    return more;
  }

  private static Map<String, JsonNode> fields(JsonNode object) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    return fields;
  }
}
