package dev.keyway.emulator.internal.stackauth.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.WireField.Who;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthSettingRows;
import dev.keyway.emulator.internal.stackauth.state.ProjectFacts;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import java.util.List;
import java.util.Map;

/** A project as callers see it. */
final class ProjectView {
  private static final List<String> LOGOS =
      List.of("logo_url", "logo_full_url", "logo_dark_mode_url", "logo_full_dark_mode_url");

  private static final JsonNode UNSAID_CLIENT =
      Json.object()
          .put(ProjectFields.CLIENT_ID.name(), "emulated-client")
          .put(ProjectFields.CLIENT_SECRET.name(), "emulated-secret");

  private ProjectView() {}

  /** What anybody with the project's id may see. */
  static ObjectNode client(StackAuthProject project) {
    StackAuthSettings settings = project.settings();
    ObjectNode json =
        Json.object().put("id", project.id()).put("display_name", settings.displayName());
    ObjectNode config = json.putObject("config");
    addCommon(config, settings);
    return json;
  }

  /** What administrators see. */
  static ObjectNode admin(StackAuthProject project) {
    StackAuthSettings settings = project.settings();
    ProjectFacts facts = project.facts();
    ObjectNode json =
        Json.object()
            .put("id", project.id())
            .put("display_name", settings.displayName())
            .put("created_at_millis", facts.createdAt().toEpochMilli())
            .put("onboarding_status", "completed")
            .putNull("owner_team_id");
    LOGOS.forEach(json::putNull);
    facts.top().forEach((name, value) -> json.set(name, value.deepCopy()));
    ObjectNode config = json.putObject("config");
    addCommon(config, settings);
    add(Who.TRUSTED, config, settings);
    ArrayNode providers = config.putArray("oauth_providers");
    settings.oauthProviders().forEach(id -> providers.add(provider(id, settings, facts)));
    facts.config().forEach((name, value) -> config.set(name, value.deepCopy()));
    add(ProjectFields.CREATOR_PERMISSIONS, config, settings.teamCreatorPermissions());
    add(ProjectFields.MEMBER_PERMISSIONS, config, settings.teamMemberPermissions());
    add(ProjectFields.USER_PERMISSIONS, config, settings.userPermissions());
    return json;
  }

  private static void add(Field<?> field, ObjectNode config, List<String> permissions) {
    ArrayNode all = config.putArray(field.name());
    permissions.forEach(id -> all.addObject().put(ProjectFields.PERMISSION_ID.name(), id));
  }

  private static ObjectNode provider(String id, StackAuthSettings settings, ProjectFacts facts) {
    boolean shared = settings.sharedOauthProviders().contains(id);
    ObjectNode json =
        Json.object()
            .put("id", id)
            .put("provider_config_id", id)
            .put("type", shared ? "shared" : "standard");
    if (shared) {
      return json;
    }
    // A provider of one's own has a client there, also where a setting of the world enabled it.
    JsonNode said = facts.clients().getOrDefault(id, UNSAID_CLIENT);
    said.properties().stream()
        .filter(field -> !json.has(field.getKey()))
        .forEach(field -> json.set(field.getKey(), field.getValue().deepCopy()));
    return json;
  }

  private static void addCommon(ObjectNode config, StackAuthSettings settings) {
    add(Who.EVERYBODY, config, settings);
    ArrayNode providers = config.putArray("enabled_oauth_providers");
    settings.oauthProviders().forEach(id -> providers.addObject().put("id", id));
    ArrayNode domains = config.putArray("domains");
    settings
        .trustedDomains()
        .forEach(
            d ->
                domains.addObject().put("domain", d.domain()).put("handler_path", d.handlerPath()));
  }

  /** Adds the settings that these readers see and others do not. */
  private static void add(Who readers, ObjectNode config, StackAuthSettings settings) {
    Map<String, Object> values = settings.toMap();
    for (Attribute<?> row : StackAuthSettingRows.ALL.all()) {
      row.wire()
          .filter(field -> field.readers() == readers)
          .ifPresent(field -> config.set(field.name(), PlainValues.tree(values.get(row.name()))));
    }
  }
}
