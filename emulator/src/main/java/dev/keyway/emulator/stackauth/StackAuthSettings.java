package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthSettingRows;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A project's configuration. {@link #defaults()} is what Stack Auth gives a new project; change it
 * through {@link #toBuilder()}. Immutable.
 */
public final class StackAuthSettings {
  private static final StackAuthSettings DEFAULTS =
      new StackAuthSettings(Attributes.usual(StackAuthSettingRows.ALL));

  private final Attributes values;

  private StackAuthSettings(Attributes values) {
    this.values = values;
  }

  /** What Stack Auth does when a social account's address already belongs to a user. */
  public enum MergeStrategy {
    /** Links both if both addresses are verified. */
    LINK_METHOD,
    /** Refuses. */
    RAISE_ERROR,
    /** Makes a second user. */
    ALLOW_DUPLICATES
  }

  /**
   * A site that links may lead to.
   *
   * @param domain scheme and host, for example {@code https://app.example.org}; {@code *} and
   *     {@code **} are wildcards
   * @param handlerPath where the vendor's pages live there; plays no part in validation
   */
  public record TrustedDomain(String domain, String handlerPath) {
    private static TrustedDomain of(Attributes parts) {
      return new TrustedDomain(
          parts.get(StackAuthSettingRows.DOMAIN), parts.get(StackAuthSettingRows.HANDLER_PATH));
    }

    private Attributes parts() {
      return Attributes.usual(StackAuthSettingRows.TRUSTED_DOMAIN)
          .with(StackAuthSettingRows.DOMAIN, domain)
          .with(StackAuthSettingRows.HANDLER_PATH, handlerPath);
    }
  }

  /** A new project's configuration. */
  public static StackAuthSettings defaults() {
    return DEFAULTS;
  }

  /** A builder that begins with these settings. */
  public Builder toBuilder() {
    return new Builder(values);
  }

  /** The project's name, as it stands in mails. */
  public String displayName() {
    return values.get(StackAuthSettingRows.DISPLAY_NAME);
  }

  /** Whether strangers may sign up; default true. */
  public boolean signUpEnabled() {
    return values.get(StackAuthSettingRows.SIGN_UP_ENABLED);
  }

  /** Whether passwords may be used; default true. */
  public boolean credentialEnabled() {
    return values.get(StackAuthSettingRows.CREDENTIAL_ENABLED);
  }

  /** Whether sign-in mails may be sent; default false. */
  public boolean magicLinkEnabled() {
    return values.get(StackAuthSettingRows.MAGIC_LINK_ENABLED);
  }

  /** Whether passkeys may be used; default false. */
  public boolean passkeyEnabled() {
    return values.get(StackAuthSettingRows.PASSKEY_ENABLED);
  }

  /** Whether any URL on this machine is trusted; default true. */
  public boolean allowLocalhost() {
    return values.get(StackAuthSettingRows.ALLOW_LOCALHOST);
  }

  /** Whether clients must send the publishable key; default false. */
  public boolean requirePublishableClientKey() {
    return values.get(StackAuthSettingRows.REQUIRE_PUBLISHABLE_CLIENT_KEY);
  }

  /** Whether users with an unverified address are restricted; default false. */
  public boolean requireEmailVerification() {
    return values.get(StackAuthSettingRows.REQUIRE_EMAIL_VERIFICATION);
  }

  /** Whether users may make teams; default false. */
  public boolean clientTeamCreationEnabled() {
    return values.get(StackAuthSettingRows.CLIENT_TEAM_CREATION_ENABLED);
  }

  /** Whether users may delete themselves; default false. */
  public boolean clientUserDeletionEnabled() {
    return values.get(StackAuthSettingRows.CLIENT_USER_DELETION_ENABLED);
  }

  /** Whether a new user gets a team of their own; default false. */
  public boolean createTeamOnSignUp() {
    return values.get(StackAuthSettingRows.CREATE_TEAM_ON_SIGN_UP);
  }

  /** Whether users may have API keys; default false. */
  public boolean allowUserApiKeys() {
    return values.get(StackAuthSettingRows.ALLOW_USER_API_KEYS);
  }

  /** Whether teams may have API keys; default false. */
  public boolean allowTeamApiKeys() {
    return values.get(StackAuthSettingRows.ALLOW_TEAM_API_KEYS);
  }

  /**
   * The permissions that members of teams can have, beside the vendor's own, whose ids begin with
   * {@code $}; default {@code team_admin} and {@code team_member}.
   */
  public List<StackAuthPermission> teamPermissions() {
    return permissions(StackAuthSettingRows.TEAM_PERMISSIONS);
  }

  /** The permissions that users can have whatever their team; default none. */
  public List<StackAuthPermission> projectPermissions() {
    return permissions(StackAuthSettingRows.PROJECT_PERMISSIONS);
  }

  /** Ids of what is granted to who makes a team; default {@code team_admin}. */
  public List<String> teamCreatorPermissions() {
    return values.get(StackAuthSettingRows.TEAM_CREATOR_PERMISSIONS);
  }

  /** Ids of what is granted to who joins a team; default {@code team_member}. */
  public List<String> teamMemberPermissions() {
    return values.get(StackAuthSettingRows.TEAM_MEMBER_PERMISSIONS);
  }

  /** Ids of what is granted to a new user; default none. */
  public List<String> userPermissions() {
    return values.get(StackAuthSettingRows.USER_PERMISSIONS);
  }

  private List<StackAuthPermission> permissions(Attribute<List<Attributes>> row) {
    return values.get(row).stream().map(StackAuthPermission::of).toList();
  }

  /** Other sites that links may lead to; default none. */
  public List<TrustedDomain> trustedDomains() {
    return values.get(StackAuthSettingRows.TRUSTED_DOMAINS).stream()
        .map(TrustedDomain::of)
        .toList();
  }

  /** What happens when a social account's address is known; default link. */
  public MergeStrategy mergeStrategy() {
    String strategy = values.get(StackAuthSettingRows.MERGE_STRATEGY);
    return MergeStrategy.valueOf(strategy.toUpperCase(Locale.ROOT));
  }

  /** Ids of the enabled social providers; default none. */
  public List<String> oauthProviders() {
    return values.get(StackAuthSettingRows.OAUTH_PROVIDERS);
  }

  /**
   * Those of them that run on the vendor's shared development keys: no extra scopes and no access
   * tokens of the provider; default none.
   */
  public List<String> sharedOauthProviders() {
    return values.get(StackAuthSettingRows.SHARED_OAUTH_PROVIDERS);
  }

  /** How long an access token lives; default ten minutes. From one second to ten years. */
  public Duration accessTokenLifetime() {
    return values.get(StackAuthSettingRows.ACCESS_TOKEN_LIFETIME);
  }

  /**
   * Whether all switches of the vendor's development stack are on: {@link #mockChallengeTokens()},
   * {@link #fixedPasskeyChallenge()} and {@link #developmentMails()}; default false.
   */
  public boolean developmentStack() {
    return values.get(StackAuthSettingRows.DEVELOPMENT_STACK);
  }

  /**
   * Whether bot challenge tokens that begin with {@code mock-turnstile-ok} or {@code
   * mock-turnstile-visible-ok} are good; default false. True also in a {@link #developmentStack()}.
   */
  public boolean mockChallengeTokens() {
    return developmentStack() || values.get(StackAuthSettingRows.MOCK_CHALLENGE_TOKENS);
  }

  /**
   * Whether every passkey challenge is the four bytes {@code MOCK}, so that a recorded answer is
   * good again; default false. True also in a {@link #developmentStack()}.
   */
  public boolean fixedPasskeyChallenge() {
    return developmentStack() || values.get(StackAuthSettingRows.FIXED_PASSKEY_CHALLENGE);
  }

  /**
   * Whether mails come from the project's name with the address {@code noreply@example.com}, and
   * have the code of a sign-in as a paragraph of their HTML; default false. True also in a {@link
   * #developmentStack()}.
   */
  public boolean developmentMails() {
    return developmentStack() || values.get(StackAuthSettingRows.DEVELOPMENT_MAILS);
  }

  /**
   * The issuer of an OpenID provider on this machine, or at a host that the emulator was started
   * with (allowed outbound), that all {@link #sharedOauthProviders()} are clients of in place of
   * the emulator's own social accounts; default none. A {@link #developmentStack()} does not imply
   * it.
   */
  public Optional<URI> outsideOpenIdProvider() {
    return values.get(StackAuthSettingRows.OUTSIDE_OPEN_ID_PROVIDER).map(URI::create);
  }

  /**
   * All settings by name as plain values, as a seed has them: texts, booleans, whole numbers, lists
   * and maps; a duration is a text like {@code PT10M}.
   */
  public Map<String, Object> toMap() {
    return values.plain();
  }

  /** What {@link #toMap()} says and a new project does not. */
  public Map<String, Object> changes() {
    return values.brief();
  }

  /** Whether every setting is the same. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StackAuthSettings that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** The {@link #changes()}. */
  @Override
  public String toString() {
    return "StackAuthSettings" + values;
  }

  /** Changes settings. Begins with the defaults. A value that cannot be is refused at once. */
  public static final class Builder {
    private Attributes values;

    private Builder(Attributes values) {
      this.values = values;
    }

    /** See {@link StackAuthSettings#displayName()}. */
    public Builder displayName(String name) {
      return with(StackAuthSettingRows.DISPLAY_NAME, name);
    }

    /** See {@link StackAuthSettings#signUpEnabled()}. */
    public Builder signUpEnabled(boolean on) {
      return with(StackAuthSettingRows.SIGN_UP_ENABLED, on);
    }

    /** See {@link StackAuthSettings#credentialEnabled()}. */
    public Builder credentialEnabled(boolean on) {
      return with(StackAuthSettingRows.CREDENTIAL_ENABLED, on);
    }

    /** See {@link StackAuthSettings#magicLinkEnabled()}. */
    public Builder magicLinkEnabled(boolean on) {
      return with(StackAuthSettingRows.MAGIC_LINK_ENABLED, on);
    }

    /** See {@link StackAuthSettings#passkeyEnabled()}. */
    public Builder passkeyEnabled(boolean on) {
      return with(StackAuthSettingRows.PASSKEY_ENABLED, on);
    }

    /** See {@link StackAuthSettings#allowLocalhost()}. */
    public Builder allowLocalhost(boolean on) {
      return with(StackAuthSettingRows.ALLOW_LOCALHOST, on);
    }

    /** See {@link StackAuthSettings#requirePublishableClientKey()}. */
    public Builder requirePublishableClientKey(boolean on) {
      return with(StackAuthSettingRows.REQUIRE_PUBLISHABLE_CLIENT_KEY, on);
    }

    /** See {@link StackAuthSettings#requireEmailVerification()}. */
    public Builder requireEmailVerification(boolean on) {
      return with(StackAuthSettingRows.REQUIRE_EMAIL_VERIFICATION, on);
    }

    /** See {@link StackAuthSettings#clientTeamCreationEnabled()}. */
    public Builder clientTeamCreationEnabled(boolean on) {
      return with(StackAuthSettingRows.CLIENT_TEAM_CREATION_ENABLED, on);
    }

    /** See {@link StackAuthSettings#clientUserDeletionEnabled()}. */
    public Builder clientUserDeletionEnabled(boolean on) {
      return with(StackAuthSettingRows.CLIENT_USER_DELETION_ENABLED, on);
    }

    /** See {@link StackAuthSettings#createTeamOnSignUp()}. */
    public Builder createTeamOnSignUp(boolean on) {
      return with(StackAuthSettingRows.CREATE_TEAM_ON_SIGN_UP, on);
    }

    /** See {@link StackAuthSettings#allowUserApiKeys()}. */
    public Builder allowUserApiKeys(boolean on) {
      return with(StackAuthSettingRows.ALLOW_USER_API_KEYS, on);
    }

    /** See {@link StackAuthSettings#allowTeamApiKeys()}. */
    public Builder allowTeamApiKeys(boolean on) {
      return with(StackAuthSettingRows.ALLOW_TEAM_API_KEYS, on);
    }

    /** See {@link StackAuthSettings#trustedDomains()}; handler path {@code /handler}. */
    public Builder trustedDomains(String... domains) {
      return trustedDomains(
          Arrays.stream(domains).map(d -> new TrustedDomain(d, "/handler")).toList());
    }

    /** See {@link StackAuthSettings#trustedDomains()}. */
    public Builder trustedDomains(List<TrustedDomain> domains) {
      return with(
          StackAuthSettingRows.TRUSTED_DOMAINS,
          domains.stream().map(TrustedDomain::parts).toList());
    }

    /** See {@link StackAuthSettings#teamPermissions()}. */
    public Builder teamPermissions(List<StackAuthPermission> all) {
      return with(
          StackAuthSettingRows.TEAM_PERMISSIONS,
          all.stream().map(StackAuthPermission::parts).toList());
    }

    /** See {@link StackAuthSettings#projectPermissions()}. */
    public Builder projectPermissions(List<StackAuthPermission> all) {
      return with(
          StackAuthSettingRows.PROJECT_PERMISSIONS,
          all.stream().map(StackAuthPermission::parts).toList());
    }

    /** See {@link StackAuthSettings#teamCreatorPermissions()}. */
    public Builder teamCreatorPermissions(String... ids) {
      return with(StackAuthSettingRows.TEAM_CREATOR_PERMISSIONS, List.of(ids));
    }

    /** See {@link StackAuthSettings#teamMemberPermissions()}. */
    public Builder teamMemberPermissions(String... ids) {
      return with(StackAuthSettingRows.TEAM_MEMBER_PERMISSIONS, List.of(ids));
    }

    /** See {@link StackAuthSettings#userPermissions()}. */
    public Builder userPermissions(String... ids) {
      return with(StackAuthSettingRows.USER_PERMISSIONS, List.of(ids));
    }

    /** See {@link StackAuthSettings#mergeStrategy()}. */
    public Builder mergeStrategy(MergeStrategy strategy) {
      return with(StackAuthSettingRows.MERGE_STRATEGY, strategy.name().toLowerCase(Locale.ROOT));
    }

    /** See {@link StackAuthSettings#oauthProviders()}. */
    public Builder oauthProviders(String... ids) {
      return with(StackAuthSettingRows.OAUTH_PROVIDERS, List.of(ids));
    }

    /** See {@link StackAuthSettings#sharedOauthProviders()}. */
    public Builder sharedOauthProviders(String... ids) {
      return with(StackAuthSettingRows.SHARED_OAUTH_PROVIDERS, List.of(ids));
    }

    /** See {@link StackAuthSettings#accessTokenLifetime()}. */
    public Builder accessTokenLifetime(Duration lifetime) {
      return with(StackAuthSettingRows.ACCESS_TOKEN_LIFETIME, lifetime);
    }

    /** See {@link StackAuthSettings#developmentStack()}. */
    public Builder developmentStack(boolean on) {
      return with(StackAuthSettingRows.DEVELOPMENT_STACK, on);
    }

    /** See {@link StackAuthSettings#mockChallengeTokens()}. */
    public Builder mockChallengeTokens(boolean on) {
      return with(StackAuthSettingRows.MOCK_CHALLENGE_TOKENS, on);
    }

    /** See {@link StackAuthSettings#fixedPasskeyChallenge()}. */
    public Builder fixedPasskeyChallenge(boolean on) {
      return with(StackAuthSettingRows.FIXED_PASSKEY_CHALLENGE, on);
    }

    /** See {@link StackAuthSettings#developmentMails()}. */
    public Builder developmentMails(boolean on) {
      return with(StackAuthSettingRows.DEVELOPMENT_MAILS, on);
    }

    /** See {@link StackAuthSettings#outsideOpenIdProvider()}; null for none. */
    public Builder outsideOpenIdProvider(@Nullable URI issuer) {
      return with(
          StackAuthSettingRows.OUTSIDE_OPEN_ID_PROVIDER,
          Optional.ofNullable(issuer).map(URI::toString));
    }

    /**
     * Sets what {@link StackAuthSettings#toMap()} has under a name.
     *
     * @throws IllegalArgumentException if there is no such setting, or if it cannot be so; the
     *     message names it
     */
    public Builder set(String name, Object value) {
      values = values.with(name, value);
      return this;
    }

    /** The settings. */
    public StackAuthSettings build() {
      return new StackAuthSettings(values);
    }

    private <T> Builder with(Attribute<T> row, T value) {
      values = values.with(row, value);
      return this;
    }
  }
}
