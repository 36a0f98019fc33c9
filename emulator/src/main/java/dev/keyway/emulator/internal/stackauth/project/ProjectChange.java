package dev.keyway.emulator.internal.stackauth.project;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthSettingRows;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.state.ProjectFacts;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import dev.keyway.emulator.stackauth.StackAuthSettings.TrustedDomain;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What an administrator wrote of a project, in form. */
final class ProjectChange {
  private final StackAuthCall call;
  private final Optional<Values> config;

  /** The body as it was understood. */
  private final JsonNode body;

  /**
   * Reads it.
   *
   * @throws StackAuthFailure if a social provider cannot be configured as it says
   */
  ProjectChange(StackAuthCall call) {
    this.call = call;
    this.config = call.find(ProjectFields.CONFIG);
    this.body = call.tree();
    providers().orElse(List.of()).forEach(ProjectChange::checkProvider);
  }

  /** Puts what concerns the emulator into its settings. */
  StackAuthSettings.Builder applyTo(StackAuthSettings.Builder settings) {
    call.find(ProjectFields.DISPLAY_NAME).ifPresent(settings::displayName);
    for (Attribute<?> row : StackAuthSettingRows.ALL.all()) {
      row.wire()
          .map(field -> config().get(field.name()))
          // No setting may be null on the wire: its type has refused it.
          .map(PlainValues::of)
          .ifPresent(value -> settings.set(row.name(), value));
    }
    config
        .flatMap(values -> values.find(ProjectFields.DOMAINS))
        .map(domains -> domains.stream().map(ProjectChange::domain).toList())
        .ifPresent(settings::trustedDomains);
    providers()
        .ifPresent(
            all -> {
              settings.oauthProviders(ids(all, provider -> true));
              settings.sharedOauthProviders(ids(all, ProjectChange::isShared));
            });
    permissions(ProjectFields.CREATOR_PERMISSIONS).ifPresent(settings::teamCreatorPermissions);
    permissions(ProjectFields.MEMBER_PERMISSIONS).ifPresent(settings::teamMemberPermissions);
    permissions(ProjectFields.USER_PERMISSIONS).ifPresent(settings::userPermissions);
    return settings;
  }

  private Optional<String[]> permissions(Field<List<Values>> field) {
    return config
        .flatMap(values -> values.find(field))
        .map(
            all ->
                all.stream()
                    .map(permission -> permission.get(ProjectFields.PERMISSION_ID))
                    .toArray(String[]::new));
  }

  /** Keeps the rest. */
  ProjectFacts applyTo(ProjectFacts facts) {
    Map<String, JsonNode> top = fields(body, ProjectFields.KEPT);
    top.putAll(fields(body, List.of(ProjectFields.OWNER_TEAM)));
    ProjectFacts changed = facts.with(top, fields(config(), ProjectFields.KEPT_CONFIG));
    if (providers().isEmpty()) {
      return changed;
    }
    Map<String, JsonNode> clients = new LinkedHashMap<>();
    config()
        .path(ProjectFields.PROVIDERS.name())
        .forEach(client -> clients.put(client.path(ProjectFields.ID.name()).asText(), client));
    return changed.withClients(clients);
  }

  private JsonNode config() {
    return body.path(ProjectFields.CONFIG.name());
  }

  private Optional<List<Values>> providers() {
    return config.flatMap(values -> values.find(ProjectFields.PROVIDERS));
  }

  private static TrustedDomain domain(Values domain) {
    return new TrustedDomain(
        domain.get(ProjectFields.DOMAIN), domain.get(ProjectFields.HANDLER_PATH));
  }

  private static String[] ids(List<Values> providers, Predicate<Values> wanted) {
    return providers.stream()
        .filter(wanted)
        .map(provider -> provider.get(ProjectFields.ID))
        .toArray(String[]::new);
  }

  private static boolean isShared(Values provider) {
    return provider.get(ProjectFields.TYPE).equals("shared");
  }

  private static Map<String, JsonNode> fields(JsonNode from, List<Field<?>> names) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    names.stream()
        .map(Field::name)
        .filter(from::has)
        .forEach(name -> fields.put(name, from.get(name)));
    return fields;
  }

  private static void checkProvider(Values provider) {
    String id = provider.get(ProjectFields.ID);
    if (isShared(provider) && !ProjectFields.SHARED.contains(id)) {
      throw KnownError.INVALID_SHARED_OAUTH_PROVIDER_ID.failure("provider_id", id);
    }
    if (!ProjectFields.STANDARD.contains(id)) {
      throw KnownError.INVALID_STANDARD_OAUTH_PROVIDER_ID.failure("provider_id", id);
    }
  }
}
