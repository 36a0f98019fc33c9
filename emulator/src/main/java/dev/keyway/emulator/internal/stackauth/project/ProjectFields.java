package dev.keyway.emulator.internal.stackauth.project;

import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Spot;
import dev.keyway.emulator.internal.schema.Type;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthSettingRows;
import dev.keyway.emulator.internal.stackauth.protocol.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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

  static final Field<String> DISPLAY_NAME = Field.text("display_name");

  /** What is kept as it was said. */
  static final List<Field<?>> KEPT =
      List.of(
          Field.text("description").nullable(),
          Field.flag("is_production_mode"),
          Fields.url("logo_url").nullable(),
          Fields.url("logo_full_url").nullable(),
          Fields.url("logo_dark_mode_url").nullable(),
          Fields.url("logo_full_dark_mode_url").nullable());

  /** The service demands it. Here a project belongs to the user who made it. */
  static final Field<String> OWNER_TEAM = Fields.uuid("owner_team_id").nullable();

  static final Field<String> DOMAIN =
      Field.text("domain").matching(Pattern.compile("^https?://.+$"));
  static final Field<String> HANDLER_PATH = Field.text("handler_path");
  static final Field<List<Values>> DOMAINS =
      Field.listOf("domains", ObjectType.of(DOMAIN.required(), HANDLER_PATH.required()));

  static final Field<String> ID = Field.text("id");
  static final Field<String> TYPE = Field.choice("type", "shared", "standard");
  static final Field<String> CLIENT_ID = Field.text("client_id");
  static final Field<String> CLIENT_SECRET = Field.text("client_secret");
  private static final ObjectType PROVIDER =
      ObjectType.of(
              ID.required(),
              TYPE.required(),
              Field.text("provider_config_id"),
              CLIENT_ID,
              CLIENT_SECRET,
              Field.text("facebook_config_id"),
              Field.text("microsoft_tenant_id"),
              Field.listOf("apple_bundle_ids", Type.text()))
          .obeying((values, spot) -> demand(values, spot, List.of(CLIENT_ID, CLIENT_SECRET)));
  static final Field<List<Values>> PROVIDERS = Field.listOf("oauth_providers", PROVIDER);

  private static final List<Field<?>> MAIL_SERVER =
      List.of(
          Field.text("host"),
          Field.integer("port", 0, 65_535),
          Field.text("username"),
          Field.text("password"),
          Field.text("sender_name"),
          Fields.email("sender_email"));
  static final Field<String> PERMISSION_ID =
      Field.text("id").matching(Pattern.compile("^\\$?[a-z0-9_:]+$"));
  private static final Type<List<Values>> PERMISSIONS =
      Type.listOf(ObjectType.of(PERMISSION_ID.required()));

  /** What of the configuration is kept as it was said. */
  static final List<Field<?>> KEPT_CONFIG =
      List.of(
          Field.of(
              "email_config",
              ObjectType.of(TYPE.required())
                  .and(MAIL_SERVER)
                  .obeying((values, spot) -> demand(values, spot, MAIL_SERVER))),
          Fields.uuid("email_theme"));

  static final Field<List<Values>> CREATOR_PERMISSIONS =
      Field.of("team_creator_default_permissions", PERMISSIONS);
  static final Field<List<Values>> MEMBER_PERMISSIONS =
      Field.of("team_member_default_permissions", PERMISSIONS);
  static final Field<List<Values>> USER_PERMISSIONS =
      Field.of("user_default_permissions", PERMISSIONS);

  private static final ObjectType CONFIG_TYPE =
      ObjectType.of("", settings())
          .and(DOMAINS, PROVIDERS)
          .and(KEPT_CONFIG)
          .and(CREATOR_PERMISSIONS, MEMBER_PERMISSIONS, USER_PERMISSIONS);
  static final Field<Values> CONFIG = Field.of("config", CONFIG_TYPE);

  private static final ObjectType COMMON = ObjectType.of("", KEPT).and(CONFIG);

  /** What may be changed. */
  static final ObjectType OF_CHANGE = COMMON.and(DISPLAY_NAME);

  /** What may be said of a new one. */
  static final ObjectType OF_CREATION = COMMON.and(DISPLAY_NAME.required(), OWNER_TEAM);

  private ProjectFields() {}

  private static List<Field<?>> settings() {
    List<Field<?>> fields = new ArrayList<>();
    for (Attribute<?> row : StackAuthSettingRows.ALL.all()) {
      row.wire().ifPresent(field -> fields.add(setting(field.name(), row.words())));
    }
    return fields;
  }

  private static Field<?> setting(String name, List<String> words) {
    return words.isEmpty() ? Field.flag(name) : Field.choice(name, words.toArray(new String[0]));
  }

  /** Of one's own provider or server everything must be said, and nothing be empty. */
  private static void demand(Values values, Spot spot, List<Field<?>> fields) {
    if (values.find(TYPE).filter("standard"::equals).isPresent()) {
      fields.stream()
          .filter(field -> values.find(field).filter(value -> !value.equals("")).isEmpty())
          .forEach(spot::missing);
    }
  }
}
