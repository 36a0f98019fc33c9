package dev.keyway.emulator.internal.stackauth.settings;

import static dev.keyway.emulator.internal.settings.SettingTypes.choice;
import static dev.keyway.emulator.internal.settings.SettingTypes.duration;
import static dev.keyway.emulator.internal.settings.SettingTypes.flag;
import static dev.keyway.emulator.internal.settings.SettingTypes.listOf;
import static dev.keyway.emulator.internal.settings.SettingTypes.parts;
import static dev.keyway.emulator.internal.settings.SettingTypes.text;
import static dev.keyway.emulator.internal.settings.WireField.Readers.ADMINISTRATORS;
import static dev.keyway.emulator.internal.settings.WireField.Readers.EVERYBODY;
import static dev.keyway.emulator.internal.settings.WireField.Readers.NOBODY;

import dev.keyway.emulator.internal.settings.Setting;
import dev.keyway.emulator.internal.settings.SettingRows;
import dev.keyway.emulator.internal.settings.SettingType;
import dev.keyway.emulator.internal.settings.Settings;
import java.time.Duration;
import java.util.List;

/** All settings of a project, in the order in which the vendor's routes check them. */
public final class StackAuthSettingRows {
  /** All of them. */
  public static final SettingRows ALL = new SettingRows();

  /** The rows of a site that links may lead to. */
  public static final SettingRows TRUSTED_DOMAIN = new SettingRows();

  public static final Setting<String> DOMAIN =
      TRUSTED_DOMAIN.add(
          Setting.required("domain", text(), "Scheme and host; * and ** are wildcards"));

  public static final Setting<String> HANDLER_PATH =
      TRUSTED_DOMAIN.add(
          Setting.of("handlerPath", text(), "/handler", "Where the vendor's pages live there"));

  public static final Setting<String> DISPLAY_NAME =
      ALL.add(
          Setting.of(
              "displayName",
              text(),
              "Keyway test project",
              "The project's name, as it stands in mails"));

  public static final Setting<Boolean> SIGN_UP_ENABLED =
      ALL.add(
          Setting.of("signUpEnabled", flag(), true, "Whether strangers may sign up")
              .onWire("sign_up_enabled", EVERYBODY));

  public static final Setting<Boolean> CREDENTIAL_ENABLED =
      ALL.add(
          Setting.of("credentialEnabled", flag(), true, "Whether passwords may be used")
              .onWire("credential_enabled", EVERYBODY));

  public static final Setting<Boolean> MAGIC_LINK_ENABLED =
      ALL.add(
          Setting.of("magicLinkEnabled", flag(), false, "Whether sign-in mails may be sent")
              .onWire("magic_link_enabled", EVERYBODY));

  public static final Setting<Boolean> PASSKEY_ENABLED =
      ALL.add(
          Setting.of("passkeyEnabled", flag(), false, "Whether passkeys may be used")
              .onWire("passkey_enabled", EVERYBODY));

  public static final Setting<Boolean> CLIENT_TEAM_CREATION_ENABLED =
      ALL.add(
          Setting.of(
                  "clientTeamCreationEnabled",
                  flag(),
                  false,
                  "Whether users may make teams (without an effect here)")
              .onWire("client_team_creation_enabled", EVERYBODY));

  public static final Setting<Boolean> CLIENT_USER_DELETION_ENABLED =
      ALL.add(
          Setting.of(
                  "clientUserDeletionEnabled", flag(), false, "Whether users may delete themselves")
              .onWire("client_user_deletion_enabled", EVERYBODY));

  public static final Setting<Boolean> ALLOW_LOCALHOST =
      ALL.add(
          Setting.of("allowLocalhost", flag(), true, "Whether any URL on this machine is trusted")
              .onWire("allow_localhost", ADMINISTRATORS));

  public static final Setting<Boolean> ALLOW_USER_API_KEYS =
      ALL.add(
          Setting.of(
                  "allowUserApiKeys",
                  flag(),
                  false,
                  "Whether users may have API keys (without an effect here)")
              .onWire("allow_user_api_keys", EVERYBODY));

  public static final Setting<Boolean> ALLOW_TEAM_API_KEYS =
      ALL.add(
          Setting.of(
                  "allowTeamApiKeys",
                  flag(),
                  false,
                  "Whether teams may have API keys (without an effect here)")
              .onWire("allow_team_api_keys", EVERYBODY));

  public static final Setting<Boolean> CREATE_TEAM_ON_SIGN_UP =
      ALL.add(
          Setting.of(
                  "createTeamOnSignUp",
                  flag(),
                  false,
                  "Whether a new user gets a team (without an effect here)")
              .onWire("create_team_on_sign_up", ADMINISTRATORS));

  public static final Setting<Boolean> REQUIRE_EMAIL_VERIFICATION =
      ALL.add(
          Setting.of(
                  "requireEmailVerification",
                  flag(),
                  false,
                  "Whether users with an unverified address are restricted")
              .onWire("require_email_verification", NOBODY));

  public static final Setting<String> MERGE_STRATEGY =
      ALL.add(
          Setting.of(
                  "mergeStrategy",
                  choice("link_method", "raise_error", "allow_duplicates"),
                  "link_method",
                  "What happens when a social account's address is known")
              .onWire("oauth_account_merge_strategy", ADMINISTRATORS));

  public static final Setting<List<Settings>> TRUSTED_DOMAINS =
      ALL.add(
          Setting.of(
              "trustedDomains",
              listOf(parts(TRUSTED_DOMAIN)),
              List.of(),
              "Other sites that links may lead to"));

  public static final Setting<List<String>> OAUTH_PROVIDERS =
      ALL.add(
          Setting.of(
              "oauthProviders", listOf(provider()), List.of(), "The enabled social providers"));

  public static final Setting<List<String>> SHARED_OAUTH_PROVIDERS =
      ALL.add(
          Setting.of(
              "sharedOauthProviders",
              listOf(provider()),
              List.of(),
              "Those of them that run on the vendor's shared keys"));

  public static final Setting<Boolean> REQUIRE_PUBLISHABLE_CLIENT_KEY =
      ALL.add(
          Setting.of(
              "requirePublishableClientKey",
              flag(),
              false,
              "Whether clients must send the publishable key"));

  public static final Setting<Duration> ACCESS_TOKEN_LIFETIME =
      ALL.add(
          Setting.of(
              "accessTokenLifetime",
              duration(Duration.ofSeconds(1), Duration.ofDays(3_660)),
              Duration.ofMinutes(10),
              "How long an access token lives"));

  private StackAuthSettingRows() {}

  private static SettingType<String> provider() {
    return text("a provider's name in lower case, like google", "[^\\s/]{1,100}");
  }
}
