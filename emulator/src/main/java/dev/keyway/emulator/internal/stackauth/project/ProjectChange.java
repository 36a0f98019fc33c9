package dev.keyway.emulator.internal.stackauth.project;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthSettingRows;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.state.ProjectFacts;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import dev.keyway.emulator.stackauth.StackAuthSettings.TrustedDomain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an administrator wrote of a project, in form. */
final class ProjectChange {
  private static final List<String> TOP =
      List.of(
          "description",
          "is_production_mode",
          "logo_url",
          "logo_full_url",
          "logo_dark_mode_url",
          "logo_full_dark_mode_url",
          "owner_team_id");

  private static final List<String> SHOWN_ONLY =
      List.of(
          "email_config",
          "email_theme",
          "team_creator_default_permissions",
          "team_member_default_permissions",
          "user_default_permissions");

  private final JsonNode body;
  private final JsonNode config;

  /**
   * Reads it.
   *
   * @throws StackAuthFailure if a social provider cannot be configured as it says
   */
  ProjectChange(JsonNode body) {
    this.body = body;
    this.config = body.path("config");
    config.path("oauth_providers").forEach(ProjectChange::checkProvider);
  }

  /** Puts what concerns the emulator into its settings. */
  StackAuthSettings.Builder applyTo(StackAuthSettings.Builder settings) {
    if (body.has("display_name")) {
      settings.displayName(body.get("display_name").textValue());
    }
    for (Attribute<?> row : StackAuthSettingRows.ALL.all()) {
      row.wire()
          .map(field -> config.get(field.name()))
          // No setting may be null on the wire: the schema has refused it.
          .map(PlainValues::of)
          .ifPresent(value -> settings.set(row.name(), value));
    }
    if (config.has("domains")) {
      List<TrustedDomain> domains = new ArrayList<>();
      config
          .get("domains")
          .forEach(
              d ->
                  domains.add(
                      new TrustedDomain(
                          d.get("domain").textValue(), d.get("handler_path").textValue())));
      settings.trustedDomains(domains);
    }
    if (config.has("oauth_providers")) {
      settings.oauthProviders(providers(""));
      settings.sharedOauthProviders(providers("shared"));
    }
    return settings;
  }

  /** Keeps the rest. */
  ProjectFacts applyTo(ProjectFacts facts) {
    ProjectFacts changed = facts.with(fields(body, TOP), fields(config, SHOWN_ONLY));
    if (!config.has("oauth_providers")) {
      return changed;
    }
    Map<String, JsonNode> clients = new LinkedHashMap<>();
    config.get("oauth_providers").forEach(p -> clients.put(p.get("id").textValue(), p));
    return changed.withClients(clients);
  }

  private String[] providers(String type) {
    List<String> ids = new ArrayList<>();
    for (JsonNode provider : config.get("oauth_providers")) {
      if (type.isEmpty() || provider.get("type").textValue().equals(type)) {
        ids.add(provider.get("id").textValue());
      }
    }
    return ids.toArray(new String[0]);
  }

  private static Map<String, JsonNode> fields(JsonNode from, List<String> names) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    names.stream().filter(from::has).forEach(name -> fields.put(name, from.get(name)));
    return fields;
  }

  private static void checkProvider(JsonNode provider) {
    String id = provider.get("id").textValue();
    boolean shared = provider.get("type").textValue().equals("shared");
    if (shared && !ProjectFields.SHARED.contains(id)) {
      throw KnownError.INVALID_SHARED_OAUTH_PROVIDER_ID.failure("provider_id", id);
    }
    if (!ProjectFields.STANDARD.contains(id)) {
      throw KnownError.INVALID_STANDARD_OAUTH_PROVIDER_ID.failure("provider_id", id);
    }
  }
}
