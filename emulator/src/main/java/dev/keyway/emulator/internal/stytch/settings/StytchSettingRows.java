package dev.keyway.emulator.internal.stytch.settings;

import static dev.keyway.emulator.internal.settings.SettingTypes.duration;
import static dev.keyway.emulator.internal.settings.SettingTypes.flag;
import static dev.keyway.emulator.internal.settings.SettingTypes.listOf;
import static dev.keyway.emulator.internal.settings.SettingTypes.mapOf;
import static dev.keyway.emulator.internal.settings.SettingTypes.parts;
import static dev.keyway.emulator.internal.settings.SettingTypes.setOf;
import static dev.keyway.emulator.internal.settings.SettingTypes.text;
import static dev.keyway.emulator.internal.settings.SettingTypes.url;
import static dev.keyway.emulator.internal.settings.SettingTypes.whole;

import dev.keyway.emulator.internal.settings.Setting;
import dev.keyway.emulator.internal.settings.SettingRows;
import dev.keyway.emulator.internal.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All settings of a project. */
public final class StytchSettingRows {
  /** The URL that is registered for all purposes in a new test project. */
  public static final String DEFAULT_REDIRECT_URL = "http://localhost:3000/authenticate";

  /** All of them. */
  public static final SettingRows ALL = new SettingRows();

  /** The rows of the registered URLs. */
  public static final SettingRows URLS = new SettingRows();

  /** The rows of a role. */
  public static final SettingRows ROLE = new SettingRows();

  public static final Setting<List<String>> LOGIN_URLS = urls("login", "For signing in");
  public static final Setting<List<String>> SIGNUP_URLS = urls("signup", "For signing up");
  public static final Setting<List<String>> INVITE_URLS =
      urls("invite", "For accepting an invitation");
  public static final Setting<List<String>> RESET_PASSWORD_URLS =
      urls("resetPassword", "For choosing a new password");

  public static final Setting<String> ROLE_ID = ROLE.add(Setting.required("id", text(), "Its id"));

  public static final Setting<String> ROLE_DESCRIPTION =
      ROLE.add(Setting.of("description", text(), "", "In words").usually("empty"));

  public static final Setting<Map<String, List<String>>> ROLE_PERMISSIONS =
      ROLE.add(
          Setting.of(
              "permissions",
              mapOf(listOf(text())),
              Map.of(),
              "By resource, the actions allowed; * allows all"));

  public static final Setting<String> DISPLAY_NAME =
      ALL.add(
          Setting.of(
              "displayName",
              text(),
              "Keyway test project",
              "The project's name, as it stands in mails"));

  public static final Setting<Settings> REDIRECT_URLS =
      ALL.add(
          Setting.of(
                  "redirectUrls",
                  parts(URLS),
                  Settings.usual(URLS),
                  "Registered URLs by purpose, the default one first")
              .usually(DEFAULT_REDIRECT_URL + " for every purpose"));

  public static final Setting<Settings> PASSWORD_POLICY =
      ALL.add(
          Setting.of(
                  "passwordPolicy",
                  new PasswordPolicyType(),
                  PasswordPolicyType.zxcvbn(),
                  "How strong a password must be")
              .usually("zxcvbn"));

  public static final Setting<Boolean> BREACH_DETECTION =
      ALL.add(
          Setting.of("breachDetection", flag(), true, "Whether breached passwords are refused"));

  public static final Setting<Set<String>> BREACHED_PASSWORDS =
      ALL.add(
          Setting.of(
                  "breachedPasswords",
                  setOf(text()),
                  Set.of(
                      "password", "123456", "qwerty", "Password1!", "correct horse battery staple"),
                  "The passwords that count as breached")
              .usually("some well-known ones"));

  public static final Setting<Integer> LOCK_THRESHOLD =
      ALL.add(
          Setting.of(
              "lockThreshold",
              whole(1, 1_000_000),
              10,
              "Failed attempts in a row that lock a user"));

  public static final Setting<Duration> LOCK_DURATION =
      ALL.add(
          Setting.of(
              "lockDuration",
              duration(Duration.ofSeconds(1), Duration.ofDays(3_660)),
              Duration.ofHours(1),
              "How long a user stays locked"));

  public static final Setting<Duration> LONGEST_SESSION =
      ALL.add(
          Setting.of(
                  "longestSession",
                  duration(Duration.ofMinutes(5), Duration.ofDays(366)),
                  Duration.ofDays(366),
                  "The longest session that may be asked for")
              .usually("366 days"));

  public static final Setting<Set<String>> PHONE_CALLING_CODES =
      ALL.add(
          Setting.of(
                  "phoneCallingCodes",
                  setOf(text()),
                  Set.of("1"),
                  "Countries that texts may go to, by calling code")
              .usually("1"));

  public static final Setting<Set<String>> OAUTH_PROVIDERS =
      ALL.add(
          Setting.of(
                  "oauthProviders",
                  setOf(text("a provider's name in lower case, like google", "[^\\s/]{1,100}")),
                  OAuthProviders.names(),
                  "The configured social providers")
              .usually("all"));

  public static final Setting<Boolean> EMBEDDABLE_MAGIC_LINKS =
      ALL.add(
          Setting.of(
              "embeddableMagicLinks",
              flag(),
              true,
              "Whether tokens may be made for links of one's own"));

  public static final Setting<List<Settings>> ROLES =
      ALL.add(
          Setting.of(
                  "roles",
                  listOf(parts(ROLE)),
                  List.of(
                      role("stytch_user", "Every user", "read"),
                      role("admin", "Administrators", "*")),
                  "The access policy")
              .usually("stytch_user, who may read documents, and admin, who may do everything"));

  private StytchSettingRows() {}

  private static Setting<List<String>> urls(String purpose, String meaning) {
    return URLS.add(
        Setting.of(purpose, listOf(url()), List.of(DEFAULT_REDIRECT_URL), meaning)
            .usually(DEFAULT_REDIRECT_URL));
  }

  private static Settings role(String id, String description, String action) {
    return Settings.usual(ROLE)
        .with(ROLE_ID, id)
        .with(ROLE_DESCRIPTION, description)
        .with(ROLE_PERMISSIONS, Map.of("documents", List.of(action)));
  }
}
