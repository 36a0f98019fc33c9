package dev.keyway.emulator.internal.stackauth.attribute;

import static dev.keyway.emulator.internal.attribute.AttributeTypes.distinctListOf;
import static dev.keyway.emulator.internal.attribute.AttributeTypes.duration;
import static dev.keyway.emulator.internal.attribute.AttributeTypes.parts;
import static dev.keyway.emulator.internal.attribute.AttributeTypes.text;
import static dev.keyway.emulator.internal.attribute.AttributeTypes.unlessEmpty;
import static dev.keyway.emulator.internal.attribute.WireField.Who.EVERYBODY;
import static dev.keyway.emulator.internal.attribute.WireField.Who.NOBODY;
import static dev.keyway.emulator.internal.attribute.WireField.Who.TRUSTED;
import static dev.keyway.emulator.internal.schema.Type.choice;
import static dev.keyway.emulator.internal.schema.Type.flag;
import static dev.keyway.emulator.internal.schema.Type.listOf;
import static dev.keyway.emulator.internal.schema.Type.text;

import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.AttributeRows;
import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.schema.Type;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All settings of a project, in the order in which the vendor's routes check them. */
public final class StackAuthSettingRows {
  /** All of them. */
  public static final AttributeRows ALL = new AttributeRows();

  /** The rows of a site that links may lead to. */
  public static final AttributeRows TRUSTED_DOMAIN = new AttributeRows();

  /** The rows of a permission that a project defines. */
  public static final AttributeRows PERMISSION = new AttributeRows();

  public static final Attribute<String> PERMISSION_ID =
      PERMISSION.add(Attribute.required("id", permission(), "What it is called"));

  public static final Attribute<Optional<String>> PERMISSION_DESCRIPTION =
      PERMISSION.add(Attribute.of("description", text().orNothing(), Optional.empty(), "In words"));

  public static final Attribute<List<String>> CONTAINED_PERMISSIONS =
      PERMISSION.add(
          Attribute.of(
              "contains",
              listOf(permission()),
              List.of(),
              "Ids of other permissions that who has it has too"));

  public static final Attribute<String> DOMAIN =
      TRUSTED_DOMAIN.add(
          Attribute.required("domain", text(), "Scheme and host; * and ** are wildcards"));

  public static final Attribute<String> HANDLER_PATH =
      TRUSTED_DOMAIN.add(
          Attribute.of("handlerPath", text(), "/handler", "Where the vendor's pages live there"));

  public static final Attribute<String> DISPLAY_NAME =
      ALL.add(
          Attribute.of(
              "displayName",
              text(),
              "Keyway test project",
              "The project's name, as shown in mails"));

  public static final Attribute<Boolean> SIGN_UP_ENABLED =
      ALL.add(
          Attribute.of("signUpEnabled", flag(), true, "Whether new users may sign up")
              .onWire("sign_up_enabled", EVERYBODY, TRUSTED));

  public static final Attribute<Boolean> CREDENTIAL_ENABLED =
      ALL.add(
          Attribute.of("credentialEnabled", flag(), true, "Whether passwords may be used")
              .onWire("credential_enabled", EVERYBODY, TRUSTED));

  public static final Attribute<Boolean> MAGIC_LINK_ENABLED =
      ALL.add(
          Attribute.of("magicLinkEnabled", flag(), false, "Whether sign-in mails may be sent")
              .onWire("magic_link_enabled", EVERYBODY, TRUSTED));

  public static final Attribute<Boolean> PASSKEY_ENABLED =
      ALL.add(
          Attribute.of("passkeyEnabled", flag(), false, "Whether passkeys may be used")
              .onWire("passkey_enabled", EVERYBODY, TRUSTED));

  public static final Attribute<Boolean> CLIENT_TEAM_CREATION_ENABLED =
      ALL.add(
          Attribute.of("clientTeamCreationEnabled", flag(), false, "Whether users may make teams")
              .onWire("client_team_creation_enabled", EVERYBODY, TRUSTED));

  public static final Attribute<Boolean> CLIENT_USER_DELETION_ENABLED =
      ALL.add(
          Attribute.of(
                  "clientUserDeletionEnabled", flag(), false, "Whether users may delete themselves")
              .onWire("client_user_deletion_enabled", EVERYBODY, TRUSTED));

  public static final Attribute<Boolean> ALLOW_LOCALHOST =
      ALL.add(
          Attribute.of("allowLocalhost", flag(), true, "Whether any URL on this machine is trusted")
              .onWire("allow_localhost", TRUSTED, TRUSTED));

  public static final Attribute<Boolean> ALLOW_USER_API_KEYS =
      ALL.add(
          Attribute.of("allowUserApiKeys", flag(), false, "Whether users may have API keys")
              .onWire("allow_user_api_keys", EVERYBODY, TRUSTED));

  public static final Attribute<Boolean> ALLOW_TEAM_API_KEYS =
      ALL.add(
          Attribute.of("allowTeamApiKeys", flag(), false, "Whether teams may have API keys")
              .onWire("allow_team_api_keys", EVERYBODY, TRUSTED));

  public static final Attribute<Boolean> CREATE_TEAM_ON_SIGN_UP =
      ALL.add(
          Attribute.of(
                  "createTeamOnSignUp",
                  flag(),
                  false,
                  "Whether a new user gets a team of their own")
              .onWire("create_team_on_sign_up", TRUSTED, TRUSTED));

  public static final Attribute<Boolean> REQUIRE_EMAIL_VERIFICATION =
      ALL.add(
          Attribute.of(
                  "requireEmailVerification",
                  flag(),
                  false,
                  "Whether users with an unverified address are restricted")
              .onWire("require_email_verification", NOBODY, TRUSTED));

  public static final Attribute<String> MERGE_STRATEGY =
      ALL.add(
          Attribute.of(
                  "mergeStrategy",
                  choice("link_method", "raise_error", "allow_duplicates"),
                  "link_method",
                  "What happens when a social account's address is known")
              .onWire("oauth_account_merge_strategy", TRUSTED, TRUSTED));

  public static final Attribute<List<Attributes>> TRUSTED_DOMAINS =
      ALL.add(
          Attribute.of(
              "trustedDomains",
              listOf(parts(TRUSTED_DOMAIN)),
              List.of(),
              "Other sites that links may lead to"));

  public static final Attribute<List<String>> OAUTH_PROVIDERS =
      ALL.add(
          Attribute.of(
              "oauthProviders", listOf(provider()), List.of(), "The enabled social providers"));

  public static final Attribute<List<String>> SHARED_OAUTH_PROVIDERS =
      ALL.add(
          Attribute.of(
              "sharedOauthProviders",
              listOf(provider()),
              List.of(),
              "Those of them that run on the vendor's shared keys"));

  public static final Attribute<List<Attributes>> TEAM_PERMISSIONS =
      ALL.add(
          Attribute.of(
                  "teamPermissions",
                  listOf(parts(PERMISSION)),
                  List.of(
                      permission(
                          "team_admin",
                          "Default permission for team creators",
                          "$delete_team",
                          "$invite_members",
                          "$manage_api_keys",
                          "$read_members",
                          "$remove_members",
                          "$update_team"),
                      permission(
                          "team_member",
                          "Default permission for team members",
                          "$invite_members",
                          "$read_members")),
                  "The permissions that members of teams can have, beside the vendor's own")
              .usually("team_admin and team_member"));

  public static final Attribute<List<Attributes>> PROJECT_PERMISSIONS =
      ALL.add(
          Attribute.of(
              "projectPermissions",
              listOf(parts(PERMISSION)),
              List.of(),
              "The permissions that users can have"));

  public static final Attribute<List<String>> TEAM_CREATOR_PERMISSIONS =
      ALL.add(
          Attribute.of(
              "teamCreatorPermissions",
              distinctListOf(permission()),
              List.of("team_admin"),
              "What is granted to who makes a team"));

  public static final Attribute<List<String>> TEAM_MEMBER_PERMISSIONS =
      ALL.add(
          Attribute.of(
              "teamMemberPermissions",
              distinctListOf(permission()),
              List.of("team_member"),
              "What is granted to who joins a team"));

  public static final Attribute<List<String>> USER_PERMISSIONS =
      ALL.add(
          Attribute.of(
              "userPermissions",
              distinctListOf(permission()),
              List.of(),
              "What is granted to a new user"));

  public static final Attribute<Boolean> REQUIRE_PUBLISHABLE_CLIENT_KEY =
      ALL.add(
          Attribute.of(
              "requirePublishableClientKey",
              flag(),
              false,
              "Whether clients must send the publishable key"));

  public static final Attribute<Duration> ACCESS_TOKEN_LIFETIME =
      ALL.add(
          Attribute.of(
              "accessTokenLifetime",
              duration(Duration.ofSeconds(1), Duration.ofDays(3_660)),
              Duration.ofMinutes(10),
              "How long an access token lives"));

  public static final Attribute<Boolean> DEVELOPMENT_STACK =
      ALL.add(
          Attribute.of(
              "developmentStack",
              flag(),
              false,
              "Whether all switches of the vendor's development stack are on"));

  public static final Attribute<Boolean> MOCK_CHALLENGE_TOKENS =
      ALL.add(
          Attribute.of(
              "mockChallengeTokens",
              flag(),
              false,
              "Whether the development stack's made-up bot challenge tokens are judged"));

  public static final Attribute<Boolean> FIXED_PASSKEY_CHALLENGE =
      ALL.add(
          Attribute.of(
              "fixedPasskeyChallenge",
              flag(),
              false,
              "Whether every passkey challenge is the four bytes MOCK"));

  public static final Attribute<Boolean> DEVELOPMENT_MAILS =
      ALL.add(
          Attribute.of(
              "developmentMails",
              flag(),
              false,
              "Whether mails have the development stack's sender and form"));

  public static final Attribute<Optional<String>> OUTSIDE_OPEN_ID_PROVIDER =
      ALL.add(
          Attribute.of(
              "outsideOpenIdProvider",
              unlessEmpty(
                  text(
                      "an http address without query and fragment, like http://localhost:8080/default",
                      "(http://([A-Za-z0-9._-]{1,253}|\\[::1\\])(:[0-9]{1,5})?(/[A-Za-z0-9._~!$&'()*+,;=:@/-]{0,500})?)?")),
              Optional.empty(),
              "Issuer that the shared social providers are clients of"));

  private StackAuthSettingRows() {}

  private static Type<String> permission() {
    return text(
        "a permission's id: lower case, digits, _ and :, a $ in front of the vendor's own",
        "\\$?[a-z0-9_:]+");
  }

  private static Attributes permission(String id, String description, String... contained) {
    return Attributes.usual(PERMISSION)
        .with(PERMISSION_ID, id)
        .with(PERMISSION_DESCRIPTION, Optional.of(description))
        .with(CONTAINED_PERMISSIONS, List.of(contained));
  }

  private static Type<String> provider() {
    return text("a provider's name in lower case, like google", "[^\\s/]{1,100}");
  }
}
