package dev.keyway.emulator.seed;

import dev.keyway.emulator.device.VirtualWallet;
import dev.keyway.emulator.internal.password.Argon2;
import dev.keyway.emulator.internal.password.Bcrypt;
import dev.keyway.emulator.internal.password.PasswordHash;
import dev.keyway.emulator.internal.password.Pbkdf2;
import dev.keyway.emulator.internal.password.PlainDigest;
import dev.keyway.emulator.internal.password.Scrypt;
import dev.keyway.emulator.internal.totp.TotpKey;
import dev.keyway.emulator.stackauth.ApiKeySeed;
import dev.keyway.emulator.stackauth.KeySetSeed;
import dev.keyway.emulator.stackauth.StackAuthPermission;
import dev.keyway.emulator.stackauth.StackAuthSeed;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import dev.keyway.emulator.stackauth.StackAuthSettings.MergeStrategy;
import dev.keyway.emulator.stackauth.StackAuthSettings.TrustedDomain;
import dev.keyway.emulator.stackauth.StackAuthUserSeed;
import dev.keyway.emulator.stytch.ConnectedAppSeed;
import dev.keyway.emulator.stytch.M2mClientSeed;
import dev.keyway.emulator.stytch.PasswordPolicy;
import dev.keyway.emulator.stytch.PolicyResource;
import dev.keyway.emulator.stytch.PolicyScope;
import dev.keyway.emulator.stytch.RedirectPurpose;
import dev.keyway.emulator.stytch.Role;
import dev.keyway.emulator.stytch.StytchSeed;
import dev.keyway.emulator.stytch.StytchSettings;
import dev.keyway.emulator.stytch.StytchUserSeed;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes seeds that load, of any shape; the same number makes the same seed. */
final class SeedMaker {
  private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");
  private static final String COSE_KEY =
      "pQECAyYgASFYIJKgkz9t5DcmOz0sMV06O3x_BgM21ZCvyW7d12cqvtGmIlggA9dgwopv9hk8hnWaPsMMXnFU99A-cpqlx"
          + "X-ptUmsVFw";

  /** Texts that a writer of YAML or JSON may trip over. */
  private static final List<String> NASTY =
      List.of(
          "true",
          "no",
          "~",
          "null",
          "1e3",
          "0x1F",
          "012",
          "12:30:45",
          "- a",
          "a: b",
          "a #b",
          "'",
          "\"",
          "%",
          "@",
          "`",
          "{}",
          "[",
          " blank ",
          "tab\there",
          "line\nbreak",
          "\u2028",
          "ü 😀",
          "<script>",
          "*",
          "&a",
          "!!int 3",
          "2026-01-01",
          "=",
          "<<",
          "…",
          "\\",
          "a,b",
          "");

  private final Random random;
  private int count;
  private List<String> teams = List.of();
  private List<String> apps = List.of();

  @SuppressWarnings("DMI_RANDOM_USED_ONLY_ONCE")
  SeedMaker(long number) {
    random = new Random(number);
  }

  Seed seed() {
    List<WorldSeed> worlds = new ArrayList<>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      worlds.add(world());
    }
    return Seed.of(worlds);
  }

  private WorldSeed world() {
    return new WorldSeed(
        "world " + next(),
        random.nextBoolean()
            ? new WorldSeed.Clock(moment(), null)
            : new WorldSeed.Clock(null, Duration.ofSeconds(1 + random.nextInt(100_000))),
        new StackAuthSeed(
            uuid(),
            "pck_" + token(),
            "ssk_" + token(),
            "sak_" + token(),
            webhookSecret(),
            maybe(this::stackAuth),
            stackAuthTeams(),
            many(2, this::keySet)),
        new StytchSeed(
            "project-test-" + uuid(),
            "secret-test-" + token(),
            "public-token-test-" + uuid(),
            webhookSecret(),
            maybe(this::stytch),
            many(2, this::machine),
            connectedApps()),
        many(2, this::account),
        many(4, this::user));
  }

  private String webhookSecret() {
    byte[] bytes = new byte[16 + random.nextInt(40)];
    random.nextBytes(bytes);
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }

  private List<StackAuthSeed.Team> stackAuthTeams() {
    List<StackAuthSeed.Team> made = many(3, this::stackAuthTeam);
    teams = made.stream().map(StackAuthSeed.Team::id).toList();
    return made;
  }

  private StackAuthSeed.Team stackAuthTeam() {
    Map<String, Object> attributes = new LinkedHashMap<>();
    perhaps(this::text, value -> attributes.put("name", value));
    perhaps(this::text, value -> attributes.put("profileImageUrl", value));
    perhaps(() -> value(2), value -> attributes.put("userWritable", value));
    perhaps(() -> value(2), value -> attributes.put("userReadable", value));
    perhaps(() -> value(2), value -> attributes.put("serverOnly", value));
    return new StackAuthSeed.Team(uuid(), maybe(this::moment), attributes, many(2, this::apiKey));
  }

  private ApiKeySeed apiKey() {
    return new ApiKeySeed(
        maybe(this::uuid),
        maybe(() -> "sk_" + token()),
        maybe(this::text),
        flag(),
        maybe(this::moment),
        maybe(this::moment),
        maybe(this::moment));
  }

  private KeySetSeed keySet() {
    return new KeySetSeed(
        uuid(),
        maybe(this::text),
        maybe(this::moment),
        maybe(this::moment),
        maybe(this::moment),
        maybe(() -> "pck_" + token()),
        maybe(() -> "ssk_" + token()),
        maybe(() -> "sak_" + token()));
  }

  private List<ConnectedAppSeed> connectedApps() {
    List<ConnectedAppSeed> made = many(3, this::connectedApp);
    apps = made.stream().map(ConnectedAppSeed::clientId).toList();
    return made;
  }

  private ConnectedAppSeed connectedApp() {
    boolean foreign = random.nextBoolean();
    boolean open = random.nextBoolean();
    return new ConnectedAppSeed(
        "app-" + next(),
        (foreign ? "third_party" : "first_party") + (open ? "_public" : ""),
        open ? null : token(),
        open ? null : maybe(this::token),
        maybe(() -> "app " + next()),
        maybe(() -> "does " + next()),
        many(2, () -> "https://app" + next() + ".example/in"),
        own(foreign),
        maybe(() -> 61 + random.nextInt(100)),
        maybe(() -> "audience " + next()),
        maybe(() -> "{\"tier\": \"" + next() + "\"}"),
        maybe(() -> "{\"rank\": \"" + next() + "\"}"),
        many(2, () -> "https://app" + next() + ".example/out"),
        maybe(() -> "https://app" + next() + ".example/logo.png"),
        own(foreign));
  }

  /** What only an app of the project's own may be allowed. */
  private @Nullable Boolean own(boolean foreign) {
    return (foreign || random.nextBoolean()) ? null : true;
  }

  private List<StytchUserSeed.Consent> consents() {
    List<StytchUserSeed.Consent> made = new ArrayList<>();
    for (String app : apps) {
      if (random.nextBoolean()) {
        made.add(new StytchUserSeed.Consent(app, many(3, () -> "scope:" + next())));
      }
    }
    return made;
  }

  private List<StackAuthUserSeed.Membership> memberships() {
    List<StackAuthUserSeed.Membership> made = new ArrayList<>();
    for (String team : teams) {
      if (random.nextBoolean()) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        perhaps(this::text, value -> attributes.put("name", value));
        perhaps(this::text, value -> attributes.put("profileImageUrl", value));
        made.add(
            new StackAuthUserSeed.Membership(
                team,
                maybe(this::moment),
                maybe(() -> List.of("team_member", "$update_team")),
                attributes));
      }
    }
    return made;
  }

  private StackAuthPermission permission() {
    return new StackAuthPermission(
        "permission:" + next(), maybe(this::text), many(2, () -> "$read_members"));
  }

  private StackAuthSettings stackAuth() {
    StackAuthSettings.Builder settings = StackAuthSettings.defaults().toBuilder();
    perhaps(this::text, settings::displayName);
    perhaps(random::nextBoolean, settings::signUpEnabled);
    perhaps(random::nextBoolean, settings::credentialEnabled);
    perhaps(random::nextBoolean, settings::magicLinkEnabled);
    perhaps(random::nextBoolean, settings::passkeyEnabled);
    perhaps(random::nextBoolean, settings::allowLocalhost);
    perhaps(
        () -> many(2, () -> new TrustedDomain("https://" + next(), text())),
        settings::trustedDomains);
    perhaps(random::nextBoolean, settings::requirePublishableClientKey);
    perhaps(random::nextBoolean, settings::requireEmailVerification);
    perhaps(random::nextBoolean, settings::clientTeamCreationEnabled);
    perhaps(random::nextBoolean, settings::clientUserDeletionEnabled);
    perhaps(random::nextBoolean, settings::createTeamOnSignUp);
    perhaps(() -> many(2, this::permission), settings::teamPermissions);
    perhaps(() -> many(2, this::permission), settings::projectPermissions);
    perhaps(() -> new String[] {"$delete_team"}, settings::teamCreatorPermissions);
    perhaps(() -> new String[] {"b", "a"}, settings::teamMemberPermissions);
    perhaps(() -> new String[] {"read"}, settings::userPermissions);
    perhaps(random::nextBoolean, settings::allowUserApiKeys);
    perhaps(random::nextBoolean, settings::allowTeamApiKeys);
    perhaps(() -> one(MergeStrategy.values()), settings::mergeStrategy);
    perhaps(() -> new String[] {"google", "github"}, settings::oauthProviders);
    perhaps(() -> new String[] {"github"}, settings::sharedOauthProviders);
    perhaps(() -> Duration.ofSeconds(1 + random.nextInt(1000)), settings::accessTokenLifetime);
    perhaps(random::nextBoolean, settings::developmentStack);
    perhaps(random::nextBoolean, settings::mockChallengeTokens);
    perhaps(random::nextBoolean, settings::fixedPasskeyChallenge);
    perhaps(random::nextBoolean, settings::developmentMails);
    perhaps(() -> URI.create("http://localhost:8080/" + next()), settings::outsideOpenIdProvider);
    return settings.build();
  }

  private StytchSettings stytch() {
    StytchSettings.Builder settings = StytchSettings.defaults().toBuilder();
    perhaps(this::text, settings::displayName);
    perhaps(
        () -> new String[] {"https://" + next() + ".example/in"},
        urls -> settings.redirectUrls(RedirectPurpose.LOGIN, urls));
    perhaps(() -> new String[0], urls -> settings.redirectUrls(RedirectPurpose.SIGNUP, urls));
    perhaps(
        () -> random.nextBoolean() ? PasswordPolicy.zxcvbn() : PasswordPolicy.luds(12, 3),
        settings::passwordPolicy);
    perhaps(random::nextBoolean, settings::breachDetection);
    perhaps(() -> new String[] {"b", "a"}, settings::breachedPasswords);
    perhaps(() -> 1 + random.nextInt(20), settings::lockThreshold);
    perhaps(() -> Duration.ofMinutes(1 + random.nextInt(100)), settings::lockDuration);
    perhaps(() -> new String[] {"49", "1"}, settings::phoneCallingCodes);
    perhaps(random::nextBoolean, settings::billingVerified);
    perhaps(() -> new String[] {"+12025550123"}, settings::unsubscribedPhoneNumbers);
    perhaps(() -> new String[] {"+12025550199"}, settings::unreachablePhoneNumbers);
    perhaps(() -> new String[] {"example.com", "a@b.example"}, settings::emailAllowlist);
    perhaps(() -> new String[] {"b.example"}, settings::emailDenylist);
    perhaps(() -> new String[] {"a@b.example"}, settings::bouncedEmails);
    perhaps(() -> new String[] {"c.example"}, settings::undeliverableDomains);
    perhaps(() -> new String[] {"google"}, settings::oauthProviders);
    perhaps(random::nextBoolean, settings::embeddableMagicLinks);
    perhaps(
        () ->
            new Role[] {
              new Role("stytch_user", "", Map.of()),
              new Role("admin", text(), Map.of("documents", List.of("*")))
            },
        settings::roles);
    perhaps(
        () -> new PolicyResource[] {new PolicyResource("documents", text(), List.of("read"))},
        settings::resources);
    perhaps(
        () ->
            new PolicyScope[] {
              new PolicyScope("read:documents", "", Map.of("documents", List.of("read")))
            },
        settings::scopes);
    perhaps(() -> random.nextInt(100), settings::m2mClientLimit);
    perhaps(() -> random.nextInt(100), settings::connectedAppLimit);
    perhaps(() -> "https://app.example.com/let-in", settings::authorizationUrl);
    perhaps(random::nextBoolean, settings::userImpersonation);
    perhaps(() -> Map.of("a", "a@example.com", "b", ""), settings::externalSessions);
    perhaps(() -> Map.of("tier", "{{client.trusted_metadata.tier}}"), settings::m2mTokenClaims);
    return settings.build();
  }

  private WorldSeed.Account account() {
    return new WorldSeed.Account(
        "subject-" + next(),
        email(),
        flag(),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text));
  }

  private UserSeed user() {
    boolean stackAuth = random.nextInt(3) > 0;
    boolean stytch = !stackAuth || random.nextBoolean();
    boolean both = stackAuth && stytch;
    Instant created = random.nextBoolean() ? moment() : null;
    return new UserSeed(
        both ? null : List.of(stackAuth ? ProviderName.STACKAUTH : ProviderName.STYTCH),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        created,
        emails(stackAuth, stytch),
        stytch ? many(2, () -> phone(both)) : List.of(),
        maybe(() -> password(stackAuth, stytch)),
        maybe(() -> totp(stackAuth, stytch)),
        random.nextInt(3) == 0 ? List.of(passkey(stytch)) : List.of(),
        many(2, () -> social(stackAuth, stytch)),
        maybe(() -> metadata(stackAuth, stytch)),
        flag(),
        stackAuth && random.nextBoolean() ? stackAuthUser() : null,
        stytch && random.nextBoolean() ? stytchUser() : null);
  }

  private List<UserSeed.Email> emails(boolean stackAuth, boolean stytch) {
    List<UserSeed.Email> emails = new ArrayList<>();
    int size = random.nextInt(4);
    int primary = stackAuth && random.nextBoolean() && size > 0 ? random.nextInt(size) : -1;
    boolean none = stackAuth && primary < 0 && random.nextInt(4) == 0;
    for (int i = 0; i < size; i++) {
      emails.add(
          new UserSeed.Email(
              email(),
              flag(),
              i == primary ? Boolean.TRUE : none ? Boolean.FALSE : null,
              stackAuth ? flag() : null,
              stackAuth && stytch ? null : maybe(() -> (stytch ? "email-test-" : "") + uuid()),
              maybe(this::moment)));
    }
    return emails;
  }

  private UserSeed.Phone phone(boolean both) {
    return new UserSeed.Phone(
        "+1500555" + String.format("%04d", next()),
        flag(),
        both ? null : maybe(() -> "phone-number-test-" + uuid()),
        maybe(this::moment));
  }

  private UserSeed.Password password(boolean stackAuth, boolean stytch) {
    boolean plain = random.nextBoolean();
    return new UserSeed.Password(
        plain ? "plain " + next() : null,
        plain ? null : hash(stackAuth),
        stytch ? flag() : null,
        stackAuth && stytch ? null : maybe(() -> (stytch ? "password-test-" : "") + uuid()));
  }

  private String hash(boolean bcryptOnly) {
    byte[] salt = bytes(16);
    byte[] digest = bytes(32);
    try {
      PasswordHash hash =
          switch (bcryptOnly ? 0 : random.nextInt(6)) {
            case 0 ->
                Bcrypt.parse("$2b$04$.OeNDfyiIxG3OCbMTTvhYeSsQS8bQtXx8aOUi1m9ioauDcz/tk3NS", 16);
            case 1 -> Argon2.of(Argon2.Variant.ID, salt, 64, 2, 1, digest);
            case 2 -> Scrypt.of(salt, 1 << (1 + random.nextInt(10)), 8, 1, digest);
            case 3 -> Pbkdf2.of(Pbkdf2.Function.SHA512, salt, 1000, digest);
            case 4 -> PlainDigest.parse(PlainDigest.Function.SHA1, "0".repeat(40), text(), text());
            default -> Argon2.of(Argon2.Variant.I, salt, 8, 1, 1, digest);
          };
      return hash.text();
    } catch (PasswordHash.Malformed e) {
      throw new AssertionError(e);
    }
  }

  private UserSeed.Totp totp(boolean stackAuth, boolean stytch) {
    boolean unconfirmed = !stackAuth && random.nextBoolean();
    return new UserSeed.Totp(
        TotpKey.of(bytes(10 + random.nextInt(30))).base32(),
        unconfirmed ? Boolean.FALSE : null,
        unconfirmed ? maybe(this::moment) : null,
        stytch ? List.of("abcd-1234-efgh", "ijkl-5678-mnop") : List.of(),
        stytch ? maybe(() -> "totp-test-" + uuid()) : null,
        stytch ? maybe(() -> "totp-recovery-code-test-" + uuid()) : null);
  }

  private UserSeed.Passkey passkey(boolean stytch) {
    return new UserSeed.Passkey(
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(16)),
        COSE_KEY,
        maybe(() -> (long) random.nextInt(1000)),
        maybe(() -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(8))),
        maybe(this::uuid),
        many(2, () -> one(new String[] {"usb", "nfc", "internal"})),
        flag(),
        flag(),
        stytch ? one(new String[] {"example.com", "example.org"}) : null,
        stytch ? maybe(this::text) : null,
        stytch ? maybe(this::text) : null,
        stytch ? maybe(() -> "platform") : null,
        stytch ? maybe(() -> "webauthn-registration-test-" + uuid()) : null);
  }

  private UserSeed.SocialAccount social(boolean stackAuth, boolean stytch) {
    return new UserSeed.SocialAccount(
        one(new String[] {"google", "github"}),
        "subject-" + next(),
        stackAuth ? maybe(this::email) : null,
        stackAuth ? flag() : null,
        stackAuth ? flag() : null,
        stackAuth ? maybe(this::moment) : null,
        stytch ? maybe(this::text) : null,
        stytch ? maybe(this::text) : null,
        stackAuth && stytch ? null : maybe(() -> (stytch ? "oauth-user-test-" : "") + uuid()));
  }

  private UserSeed.Metadata metadata(boolean stackAuth, boolean stytch) {
    Supplier<Object> any = stytch ? this::map : () -> value(2);
    return new UserSeed.Metadata(maybe(any), maybe(any), stackAuth ? maybe(() -> value(2)) : null);
  }

  private StackAuthUserSeed stackAuthUser() {
    List<StackAuthUserSeed.Membership> memberships = memberships();
    return new StackAuthUserSeed(
        maybe(this::uuid),
        flag(),
        flag(),
        maybe(() -> new StackAuthUserSeed.Restriction(maybe(this::text), maybe(this::text))),
        stackAuthAttributes(memberships),
        maybe(this::moment),
        memberships,
        many(
            3,
            () ->
                new StackAuthUserSeed.Session(
                    maybe(this::token),
                    maybe(this::uuid),
                    maybe(this::moment),
                    maybe(this::moment),
                    maybe(() -> EPOCH.plus(Duration.ofDays(900))),
                    flag())),
        many(2, this::apiKey));
  }

  private Map<String, Object> stackAuthAttributes(List<StackAuthUserSeed.Membership> memberships) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    perhaps(this::text, value -> attributes.put("profileImageUrl", value));
    if (!memberships.isEmpty()) {
      perhaps(() -> memberships.get(0).team(), value -> attributes.put("selectedTeamId", value));
    }
    perhaps(() -> List.of("read", "write"), value -> attributes.put("permissions", value));
    perhaps(() -> "DE", value -> attributes.put("countryCode", value));
    perhaps(() -> random.nextInt(101), value -> attributes.put("botScore", value));
    perhaps(() -> random.nextInt(101), value -> attributes.put("freeTrialAbuseScore", value));
    return attributes;
  }

  private Map<String, Object> stytchAttributes() {
    Map<String, Object> attributes = new LinkedHashMap<>();
    perhaps(() -> "external-" + next(), value -> attributes.put("externalId", value));
    perhaps(random::nextBoolean, value -> attributes.put("pending", value));
    perhaps(random::nextBoolean, value -> attributes.put("invited", value));
    perhaps(() -> List.of("admin"), value -> attributes.put("roles", value));
    perhaps(() -> random.nextInt(4), value -> attributes.put("failedAttempts", value));
    return attributes;
  }

  private StytchUserSeed stytchUser() {
    boolean locked = random.nextBoolean();
    return new StytchUserSeed(
        maybe(() -> "user-test-" + uuid()),
        stytchAttributes(),
        locked ? moment() : null,
        locked ? moment() : null,
        many(
            3,
            () ->
                new StytchUserSeed.Session(
                    maybe(this::token),
                    maybe(() -> "session-test-" + uuid()),
                    maybe(this::moment),
                    maybe(this::moment),
                    maybe(() -> EPOCH.plus(Duration.ofDays(900))),
                    maybe(() -> "192.0.2.1"),
                    maybe(this::text),
                    maybe(() -> Map.of("tier", text())),
                    maybe(() -> many(2, this::factor)))),
        many(2, this::wallet),
        many(
            2,
            () ->
                new StytchUserSeed.Biometric(
                    flag(), maybe(() -> "biometric-registration-test-" + uuid()))),
        consents());
  }

  private StytchUserSeed.Wallet wallet() {
    VirtualWallet wallet = random.nextBoolean() ? VirtualWallet.ethereum() : VirtualWallet.solana();
    return new StytchUserSeed.Wallet(
        wallet.type(), wallet.address(), flag(), maybe(() -> "crypto-wallet-test-" + uuid()));
  }

  private M2mClientSeed machine() {
    return new M2mClientSeed(
        "machine-" + next(),
        token(),
        maybe(this::token),
        maybe(() -> "machine " + next()),
        maybe(() -> "does " + next()),
        random.nextBoolean() ? null : false,
        List.of("read:" + next()),
        maybe(() -> Map.of("tier", text())));
  }

  private StytchUserSeed.Factor factor() {
    return new StytchUserSeed.Factor(
        "totp",
        "authenticator_app",
        "authenticator_app_factor",
        Map.of("totp_id", "totp-test-" + uuid()),
        maybe(this::moment),
        maybe(this::moment));
  }

  private Map<String, Object> map() {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      map.put(text() + i, value(1));
    }
    return map;
  }

  private Object value(int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 6)) {
      case 0 -> text();
      case 1 -> random.nextLong();
      case 2 -> random.nextInt(1000) / 8.0;
      case 3 -> random.nextBoolean();
      case 4 -> many(3, () -> value(depth - 1));
      default -> map();
    };
  }

  private String text() {
    return random.nextInt(3) == 0 ? one(NASTY.toArray(new String[0])) : "text " + next();
  }

  private String email() {
    String name = random.nextBoolean() ? "Person" : "person";
    return name + next() + (random.nextBoolean() ? "+tag" : "") + "@example.com";
  }

  private String token() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(24));
  }

  private String uuid() {
    return UUID.nameUUIDFromBytes(bytes(16)).toString();
  }

  private Instant moment() {
    return EPOCH.plusMillis(random.nextInt());
  }

  private @Nullable Boolean flag() {
    return maybe(random::nextBoolean);
  }

  private int next() {
    return count++;
  }

  private byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> void perhaps(Supplier<T> value, Consumer<T> setting) {
    if (random.nextBoolean()) {
      setting.accept(value.get());
    }
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  private <T> List<T> many(int most, Supplier<T> value) {
    List<T> list = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      list.add(value.get());
    }
    return list;
  }
}
