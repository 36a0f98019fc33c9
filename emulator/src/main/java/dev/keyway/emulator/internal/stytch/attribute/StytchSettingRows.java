package dev.keyway.emulator.internal.stytch.attribute;

import static dev.keyway.emulator.internal.attribute.AttributeTypes.duration;
import static dev.keyway.emulator.internal.attribute.AttributeTypes.mapOf;
import static dev.keyway.emulator.internal.attribute.AttributeTypes.parts;
import static dev.keyway.emulator.internal.attribute.AttributeTypes.setOf;
import static dev.keyway.emulator.internal.attribute.AttributeTypes.text;
import static dev.keyway.emulator.internal.attribute.AttributeTypes.tree;
import static dev.keyway.emulator.internal.attribute.AttributeTypes.url;
import static dev.keyway.emulator.internal.schema.Type.flag;
import static dev.keyway.emulator.internal.schema.Type.integer;
import static dev.keyway.emulator.internal.schema.Type.listOf;
import static dev.keyway.emulator.internal.schema.Type.text;

import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.AttributeRows;
import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.schema.Type;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All settings of a project. */
public final class StytchSettingRows {
  /** The URL that is registered for all purposes in a new test project. */
  public static final String DEFAULT_REDIRECT_URL = "http://localhost:3000/authenticate";

  /** The page on which users of a new test project let connected apps in. */
  private static final String DEFAULT_AUTHORIZATION_URL = "http://localhost:3000/oauth/authorize";

  /** All of them. */
  public static final AttributeRows ALL = new AttributeRows();

  /** The rows of the registered URLs. */
  public static final AttributeRows URLS = new AttributeRows();

  /** The rows of a role. */
  public static final AttributeRows ROLE = new AttributeRows();

  /** The rows of a resource. */
  public static final AttributeRows RESOURCE = new AttributeRows();

  /** The rows of a scope. */
  public static final AttributeRows SCOPE = new AttributeRows();

  /** The rows of a profile of trusted tokens. */
  public static final AttributeRows PROFILE = new AttributeRows();

  public static final Attribute<String> PROFILE_ID =
      PROFILE.add(Attribute.required("id", text(), "Its id"));

  public static final Attribute<String> PROFILE_ISSUER =
      PROFILE.add(Attribute.required("issuer", text(), "Who issues the tokens"));

  public static final Attribute<String> PROFILE_AUDIENCE =
      PROFILE.add(Attribute.required("audience", text(), "Whom the tokens are for"));

  public static final Attribute<String> PROFILE_PUBLIC_KEY =
      PROFILE.add(
          Attribute.required(
              "publicKey",
              text(
                  "a public key of RSA in PEM",
                  "\\s*-----BEGIN PUBLIC KEY-----[A-Za-z0-9+/=\\s]+-----END PUBLIC KEY-----\\s*"),
              "What the tokens are signed with, as RS256"));

  public static final Attribute<String> PROFILE_EMAIL_CLAIM =
      PROFILE.add(
          Attribute.of("emailClaim", text(), "email", "The claim with the user's e-mail address"));

  public static final Attribute<List<String>> LOGIN_URLS = urls("login", "For signing in");
  public static final Attribute<List<String>> SIGNUP_URLS = urls("signup", "For signing up");
  public static final Attribute<List<String>> INVITE_URLS =
      urls("invite", "For accepting an invitation");
  public static final Attribute<List<String>> RESET_PASSWORD_URLS =
      urls("resetPassword", "For choosing a new password");

  public static final Attribute<String> ROLE_ID =
      ROLE.add(Attribute.required("id", text(), "Its id"));

  public static final Attribute<String> ROLE_DESCRIPTION =
      ROLE.add(Attribute.of("description", text(), "", "In words").usually("empty"));

  public static final Attribute<Map<String, List<String>>> ROLE_PERMISSIONS =
      ROLE.add(
          Attribute.of(
              "permissions",
              mapOf(listOf(text())),
              Map.of(),
              "By resource, the actions allowed; * allows all"));

  public static final Attribute<String> RESOURCE_ID =
      RESOURCE.add(
          Attribute.required(
              "id", text("an id that does not begin with stytch", "(?!stytch).+"), "Its id"));

  public static final Attribute<String> RESOURCE_DESCRIPTION =
      RESOURCE.add(Attribute.of("description", text(), "", "In words").usually("empty"));

  public static final Attribute<List<String>> RESOURCE_ACTIONS =
      RESOURCE.add(Attribute.of("actions", listOf(text()), List.of(), "What can be done with it"));

  public static final Attribute<String> SCOPE_NAME =
      SCOPE.add(Attribute.required("scope", text(), "Its name, as tokens say it"));

  public static final Attribute<String> SCOPE_DESCRIPTION =
      SCOPE.add(Attribute.of("description", text(), "", "In words").usually("empty"));

  public static final Attribute<Map<String, List<String>>> SCOPE_PERMISSIONS =
      SCOPE.add(
          Attribute.of(
              "permissions",
              mapOf(listOf(text())),
              Map.of(),
              "By resource, the actions that it grants; * grants all"));

  public static final Attribute<String> DISPLAY_NAME =
      ALL.add(
          Attribute.of(
              "displayName",
              text(),
              "Keyway test project",
              "The project's name, as shown in mails"));

  public static final Attribute<Attributes> REDIRECT_URLS =
      ALL.add(
          Attribute.of(
                  "redirectUrls",
                  parts(URLS),
                  Attributes.usual(URLS),
                  "Registered URLs by purpose, the default one first")
              .usually(DEFAULT_REDIRECT_URL + " for every purpose"));

  public static final Attribute<Attributes> PASSWORD_POLICY =
      ALL.add(
          Attribute.of(
                  "passwordPolicy",
                  parts(PasswordPolicyRows.ALL),
                  PasswordPolicyRows.zxcvbn(),
                  "How strong a password must be")
              .usually("zxcvbn"));

  public static final Attribute<Boolean> BREACH_DETECTION =
      ALL.add(
          Attribute.of("breachDetection", flag(), true, "Whether breached passwords are refused"));

  public static final Attribute<Set<String>> BREACHED_PASSWORDS =
      ALL.add(
          Attribute.of(
                  "breachedPasswords",
                  setOf(text()),
                  Set.of(
                      "password", "123456", "qwerty", "Password1!", "correct horse battery staple"),
                  "The passwords that count as breached")
              .usually("some well-known ones"));

  public static final Attribute<Integer> LOCK_THRESHOLD =
      ALL.add(
          Attribute.of(
              "lockThreshold",
              integer(1, 1_000_000),
              10,
              "Failed attempts in a row that lock a user"));

  public static final Attribute<Duration> LOCK_DURATION =
      ALL.add(
          Attribute.of(
              "lockDuration",
              duration(Duration.ofSeconds(1), Duration.ofDays(3_660)),
              Duration.ofHours(1),
              "How long a user stays locked"));

  public static final Attribute<Duration> LONGEST_SESSION =
      ALL.add(
          Attribute.of(
                  "longestSession",
                  duration(Duration.ofMinutes(5), Duration.ofDays(366)),
                  Duration.ofDays(366),
                  "The longest session that may be asked for")
              .usually("366 days"));

  public static final Attribute<Set<String>> PHONE_CALLING_CODES =
      ALL.add(
          Attribute.of(
                  "phoneCallingCodes",
                  setOf(text()),
                  Set.of("1"),
                  "Countries that texts may go to, by calling code")
              .usually("1"));

  public static final Attribute<Boolean> BILLING_VERIFIED =
      ALL.add(
          Attribute.of("billingVerified", flag(), true, "Whether text messages are sent at all"));

  public static final Attribute<Set<String>> UNSUBSCRIBED_PHONE_NUMBERS =
      ALL.add(
          Attribute.of(
                  "unsubscribedPhoneNumbers",
                  numbers(),
                  Set.of(),
                  "Numbers whose owners want no more messages")
              .usually("none"));

  public static final Attribute<Set<String>> UNREACHABLE_PHONE_NUMBERS =
      ALL.add(
          Attribute.of(
                  "unreachablePhoneNumbers",
                  numbers(),
                  Set.of(),
                  "Numbers whose carrier takes no messages")
              .usually("none"));

  public static final Attribute<Set<String>> EMAIL_ALLOWLIST =
      ALL.add(
          Attribute.of(
                  "emailAllowlist",
                  addresses(),
                  Set.of(),
                  "The e-mail addresses and domains that may become users'; all if it is empty")
              .usually("all"));

  public static final Attribute<Set<String>> EMAIL_DENYLIST =
      ALL.add(
          Attribute.of(
                  "emailDenylist",
                  addresses(),
                  Set.of(),
                  "The e-mail addresses and domains that may not become users'")
              .usually("none"));

  public static final Attribute<Set<String>> BOUNCED_EMAILS =
      ALL.add(
          Attribute.of(
                  "bouncedEmails",
                  addresses(),
                  Set.of(),
                  "E-mail addresses that mails came back from")
              .usually("none"));

  public static final Attribute<Set<String>> UNDELIVERABLE_DOMAINS =
      ALL.add(
          Attribute.of("undeliverableDomains", addresses(), Set.of(), "Domains that take no mails")
              .usually("none"));

  public static final Attribute<Set<String>> OAUTH_PROVIDERS =
      ALL.add(
          Attribute.of(
                  "oauthProviders",
                  setOf(text("a provider's name in lower case, like google", "[^\\s/]{1,100}")),
                  OAuthProviders.names(),
                  "The configured social providers")
              .usually("all"));

  public static final Attribute<Boolean> EMBEDDABLE_MAGIC_LINKS =
      ALL.add(
          Attribute.of(
              "embeddableMagicLinks",
              flag(),
              true,
              "Whether the API may create magic-link tokens without sending them"));

  public static final Attribute<List<Attributes>> ROLES =
      ALL.add(
          Attribute.of(
                  "roles",
                  listOf(parts(ROLE)),
                  List.of(
                      role("stytch_user", "Every user", "read"),
                      role("admin", "Administrators", "*")),
                  "The access policy")
              .usually("stytch_user, who may read documents, and admin, who may do everything"));

  public static final Attribute<List<Attributes>> RESOURCES =
      ALL.add(
          Attribute.of(
                  "resources",
                  listOf(parts(RESOURCE)),
                  List.of(),
                  "What the access policy speaks of, besides what its roles name")
              .usually("none"));

  public static final Attribute<List<Attributes>> SCOPES =
      ALL.add(
          Attribute.of(
                  "scopes",
                  listOf(parts(SCOPE)),
                  List.of(),
                  "What the scopes of tokens grant by the access policy")
              .usually("none"));

  public static final Attribute<Integer> M2M_CLIENT_LIMIT =
      ALL.add(
          Attribute.of(
              "m2mClientLimit",
              integer(0, 1_000_000),
              1_000_000,
              "How many machines may have credentials"));

  public static final Attribute<Integer> CONNECTED_APP_LIMIT =
      ALL.add(
          Attribute.of(
              "connectedAppLimit",
              integer(0, 1_000_000),
              1_000_000,
              "How many connected apps there may be"));

  public static final Attribute<String> AUTHORIZATION_URL =
      ALL.add(
          Attribute.of(
                  "authorizationUrl",
                  text("empty or an absolute URL", "|[A-Za-z][A-Za-z0-9+.-]*:.+"),
                  DEFAULT_AUTHORIZATION_URL,
                  "The application's page on which users let connected apps in; empty if none")
              .usually(DEFAULT_AUTHORIZATION_URL));

  public static final Attribute<Boolean> USER_IMPERSONATION =
      ALL.add(
          Attribute.of(
              "userImpersonation", flag(), true, "Whether tokens are made to act as a user"));

  public static final Attribute<Map<String, String>> EXTERNAL_SESSIONS =
      ALL.add(
          Attribute.of(
                  "externalSessions",
                  mapOf(text()),
                  Map.of(),
                  "The e-mail address that another system tells of each of its session tokens;"
                      + " empty where it tells none")
              .usually("none"));

  public static final Attribute<List<Attributes>> TRUSTED_TOKEN_PROFILES =
      ALL.add(
          Attribute.of(
                  "trustedTokenProfiles",
                  listOf(parts(PROFILE)),
                  List.of(),
                  "Other systems whose tokens become sessions")
              .usually("none"));

  public static final Attribute<Map<String, Object>> M2M_TOKEN_CLAIMS =
      ALL.add(
          Attribute.of(
                  "m2mTokenClaims",
                  tree(),
                  Map.of(),
                  "Claims of machines' tokens beside the standard ones; a text"
                      + " {{client.trusted_metadata.NAME}} stands for what the machine has there")
              .usually("none"));

  private StytchSettingRows() {}

  private static Type<Set<String>> numbers() {
    return setOf(text("a phone number in E.164 form", "\\+[1-9]\\d{6,14}"));
  }

  private static Type<Set<String>> addresses() {
    return setOf(text("an e-mail address or a domain in lower case", "[^\\s\\p{Lu}]{1,254}"));
  }

  private static Attribute<List<String>> urls(String purpose, String meaning) {
    return URLS.add(
        Attribute.of(purpose, listOf(url()), List.of(DEFAULT_REDIRECT_URL), meaning)
            .usually(DEFAULT_REDIRECT_URL));
  }

  private static Attributes role(String id, String description, String action) {
    return Attributes.usual(ROLE)
        .with(ROLE_ID, id)
        .with(ROLE_DESCRIPTION, description)
        .with(ROLE_PERMISSIONS, Map.of("documents", List.of(action)));
  }
}
