package dev.keyway.emulator.internal.stackauth.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stackauth.state.ProjectFacts;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import java.util.List;
import java.util.Locale;

/** A project as callers see it. */
final class ProjectView {
  private static final List<String> LOGOS =
      List.of("logo_url", "logo_full_url", "logo_dark_mode_url", "logo_full_dark_mode_url");

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
    config
        .put("allow_localhost", settings.allowLocalhost())
        .put("create_team_on_sign_up", settings.createTeamOnSignUp())
        .put(
            "oauth_account_merge_strategy",
            settings.mergeStrategy().name().toLowerCase(Locale.ROOT));
    ArrayNode providers = config.putArray("oauth_providers");
    settings.oauthProviders().forEach(id -> providers.add(provider(id, settings, facts)));
    facts.config().forEach((name, value) -> config.set(name, value.deepCopy()));
    return json;
  }

  private static ObjectNode provider(String id, StackAuthSettings settings, ProjectFacts facts) {
    boolean shared = settings.sharedOauthProviders().contains(id);
    ObjectNode json =
        Json.object()
            .put("id", id)
            .put("provider_config_id", id)
            .put("type", shared ? "shared" : "standard");
    JsonNode said = facts.clients().get(id);
    if (said != null && !shared) {
      said.properties().stream()
          .filter(field -> !json.has(field.getKey()))
          .forEach(field -> json.set(field.getKey(), field.getValue().deepCopy()));
    }
    return json;
  }

  private static void addCommon(ObjectNode config, StackAuthSettings settings) {
    config
        .put("sign_up_enabled", settings.signUpEnabled())
        .put("credential_enabled", settings.credentialEnabled())
        .put("magic_link_enabled", settings.magicLinkEnabled())
        .put("passkey_enabled", settings.passkeyEnabled())
        .put("client_team_creation_enabled", settings.clientTeamCreationEnabled())
        .put("client_user_deletion_enabled", settings.clientUserDeletionEnabled())
        .put("allow_user_api_keys", settings.allowUserApiKeys())
        .put("allow_team_api_keys", settings.allowTeamApiKeys());
    ArrayNode providers = config.putArray("enabled_oauth_providers");
    settings.oauthProviders().forEach(id -> providers.addObject().put("id", id));
    ArrayNode domains = config.putArray("domains");
    settings
        .trustedDomains()
        .forEach(
            d ->
                domains.addObject().put("domain", d.domain()).put("handler_path", d.handlerPath()));
  }
}
