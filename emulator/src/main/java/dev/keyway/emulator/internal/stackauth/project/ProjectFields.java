package dev.keyway.emulator.internal.stackauth.project;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthSettingRows;
import dev.keyway.emulator.internal.stackauth.protocol.Rule;
import dev.keyway.emulator.internal.stackauth.protocol.Rules;
import dev.keyway.emulator.internal.stackauth.protocol.Schema;
import java.util.List;
import java.util.stream.Stream;

/** What administrators may write of a project. */
final class ProjectFields {
  /** Those that the vendor lends keys of its own for development. */
  static final List<String> SHARED = List.of("google", "github", "microsoft", "spotify");

  /** All. */
  static final List<String> STANDARD =
      Stream.concat(
              SHARED.stream(),
              Stream.of(
                  "facebook", "discord", "gitlab", "bitbucket", "linkedin", "apple", "x", "twitch"))
          .toList();

  private static final List<String> EMAIL_FIELDS =
      List.of("host", "port", "username", "password", "sender_name", "sender_email");

  private ProjectFields() {}

  /** What may be changed. */
  static Schema ofChange() {
    return common().optional("display_name", Rules.string());
  }

  /** What may be said of a new one. */
  static Schema ofCreation() {
    return common()
        .required("display_name", Rules.string())
        // The service demands it. Teams are not emulated, so nobody could know one.
        .optional("owner_team_id", Rules.string().uuid().nullable());
  }

  private static Schema common() {
    return Schema.object()
        .optional("description", Rules.string().nullable())
        .optional("is_production_mode", Rules.bool())
        .optional("logo_url", Rules.url().nullable())
        .optional("logo_full_url", Rules.url().nullable())
        .optional("logo_dark_mode_url", Rules.url().nullable())
        .optional("logo_full_dark_mode_url", Rules.url().nullable())
        .optional("config", Rules.object(config()));
  }

  private static Schema config() {
    Rule permissions = Rules.array(Rules.object(Schema.object().required("id", Rules.string())));
    Schema domain =
        Schema.object()
            .required("domain", Rules.string().matching("^https?://.+$"))
            .required("handler_path", Rules.string());
    Schema schema = Schema.object();
    for (Attribute<?> row : StackAuthSettingRows.ALL.all()) {
      if (row.wire().isPresent()) {
        schema = schema.optional(row.wire().get().name(), rule(row));
      }
    }
    return schema
        .optional("domains", Rules.array(Rules.object(domain)))
        .optional("oauth_providers", Rules.array(ProjectFields::provider))
        .optional("email_config", ProjectFields::emailConfig)
        .optional("email_theme", Rules.string().uuid())
        .optional("team_creator_default_permissions", permissions)
        .optional("team_member_default_permissions", permissions)
        .optional("user_default_permissions", permissions);
  }

  private static Rule rule(Attribute<?> row) {
    List<String> words = row.words();
    return words.isEmpty() ? Rules.bool() : Rules.string().oneOf(words.toArray(new String[0]));
  }

  private static JsonNode provider(String path, JsonNode value, List<String> problems) {
    Schema schema =
        Schema.object()
            .required("id", Rules.string())
            .required("type", Rules.string().oneOf("shared", "standard"))
            .optional("provider_config_id", Rules.string())
            .optional("client_id", Rules.string())
            .optional("client_secret", Rules.string())
            .optional("facebook_config_id", Rules.string())
            .optional("microsoft_tenant_id", Rules.string())
            .optional("apple_bundle_ids", Rules.array(Rules.string()));
    JsonNode checked = schema.check(path, value, problems);
    if (value.path("type").asText().equals("standard")) {
      demand(path, value, List.of("client_id", "client_secret"), problems);
    }
    return checked;
  }

  private static JsonNode emailConfig(String path, JsonNode value, List<String> problems) {
    Schema schema =
        Schema.object()
            .required("type", Rules.string().oneOf("shared", "standard"))
            .optional("host", Rules.string())
            .optional("port", Rules.integer(0, 65_535))
            .optional("username", Rules.string())
            .optional("password", Rules.string())
            .optional("sender_name", Rules.string())
            .optional("sender_email", Rules.string().email());
    JsonNode checked = schema.check(path, value, problems);
    if (value.path("type").asText().equals("standard")) {
      demand(path, value, EMAIL_FIELDS, problems);
    }
    return checked;
  }

  private static void demand(
      String path, JsonNode value, List<String> fields, List<String> problems) {
    fields.stream()
        .filter(field -> value.path(field).asText().isEmpty())
        .forEach(field -> problems.add(path + "." + field + " must be defined"));
  }
}
