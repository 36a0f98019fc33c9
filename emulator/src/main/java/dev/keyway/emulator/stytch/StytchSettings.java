package dev.keyway.emulator.stytch;

import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.stytch.attribute.PasswordPolicyRows;
import dev.keyway.emulator.internal.stytch.attribute.StytchSettingRows;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A project's configuration. {@link #defaults()} is what Stytch gives a new test project, with a
 * small access policy; change it through {@link #toBuilder()}. Immutable.
 */
public final class StytchSettings {
  /** The URL that is registered for all purposes in a new test project. */
  public static final String DEFAULT_REDIRECT_URL = StytchSettingRows.DEFAULT_REDIRECT_URL;

  private static final StytchSettings DEFAULTS =
      new StytchSettings(Attributes.usual(StytchSettingRows.ALL));

  private final Attributes values;

  private StytchSettings(Attributes values) {
    this.values = values;
  }

  /** A new test project's configuration. */
  public static StytchSettings defaults() {
    return DEFAULTS;
  }

  /** A builder that begins with these settings. */
  public Builder toBuilder() {
    return new Builder(values);
  }

  /**
   * Registered URLs by purpose, the default one first; default {@code
   * http://localhost:3000/authenticate} for every purpose.
   */
  public Map<RedirectPurpose, List<String>> redirectUrls() {
    Map<RedirectPurpose, List<String>> urls = new EnumMap<>(RedirectPurpose.class);
    for (RedirectPurpose purpose : RedirectPurpose.values()) {
      urls.put(purpose, redirectUrls(purpose));
    }
    return Collections.unmodifiableMap(urls);
  }

  /** The URLs registered for one purpose, the default one first. */
  public List<String> redirectUrls(RedirectPurpose purpose) {
    return values.get(StytchSettingRows.REDIRECT_URLS).get(row(purpose));
  }

  /** How strong a password must be; default zxcvbn. */
  public PasswordPolicy passwordPolicy() {
    Attributes policy = values.get(StytchSettingRows.PASSWORD_POLICY);
    return policy.get(PasswordPolicyRows.KIND).equals(PasswordPolicyRows.LUDS)
        ? PasswordPolicy.luds(
            policy.get(PasswordPolicyRows.MINIMUM_LENGTH),
            policy.get(PasswordPolicyRows.MINIMUM_COMPLEXITY))
        : PasswordPolicy.zxcvbn();
  }

  /** The project's name, as it stands in mails. */
  public String displayName() {
    return values.get(StytchSettingRows.DISPLAY_NAME);
  }

  /** Whether breached passwords are refused; default true. */
  public boolean breachDetection() {
    return values.get(StytchSettingRows.BREACH_DETECTION);
  }

  /** Failed attempts in a row that lock a user; default 10. At least 1. */
  public int lockThreshold() {
    return values.get(StytchSettingRows.LOCK_THRESHOLD);
  }

  /** How long a user stays locked; default one hour. From one second to ten years. */
  public Duration lockDuration() {
    return values.get(StytchSettingRows.LOCK_DURATION);
  }

  /** The longest session that may be asked for; default 366 days. From five minutes. */
  public Duration longestSession() {
    return values.get(StytchSettingRows.LONGEST_SESSION);
  }

  /** Whether tokens may be made for links of one's own; default true. */
  public boolean embeddableMagicLinks() {
    return values.get(StytchSettingRows.EMBEDDABLE_MAGIC_LINKS);
  }

  /** The passwords that count as breached; default some well-known ones. */
  public Set<String> breachedPasswords() {
    return values.get(StytchSettingRows.BREACHED_PASSWORDS);
  }

  /** Countries that texts may go to, by calling code; default 1 (United States and Canada). */
  public Set<String> phoneCallingCodes() {
    return values.get(StytchSettingRows.PHONE_CALLING_CODES);
  }

  /** Whether text messages are sent at all; default true. */
  public boolean billingVerified() {
    return values.get(StytchSettingRows.BILLING_VERIFIED);
  }

  /**
   * Numbers whose owners want no more messages: sending to one fails with {@code
   * unsubscribed_phone_number}; default none.
   */
  public Set<String> unsubscribedPhoneNumbers() {
    return values.get(StytchSettingRows.UNSUBSCRIBED_PHONE_NUMBERS);
  }

  /**
   * Numbers whose carrier takes no messages: sending to one fails with {@code
   * downstream_carrier_error}; default none.
   */
  public Set<String> unreachablePhoneNumbers() {
    return values.get(StytchSettingRows.UNREACHABLE_PHONE_NUMBERS);
  }

  /**
   * The e-mail addresses and domains, in lower case, that may become users': others fail with
   * {@code email_not_in_allowlist}. Default empty, which lets all in.
   */
  public Set<String> emailAllowlist() {
    return values.get(StytchSettingRows.EMAIL_ALLOWLIST);
  }

  /**
   * The e-mail addresses and domains, in lower case, that may not become users': they fail with
   * {@code email_in_denylist}; default none.
   */
  public Set<String> emailDenylist() {
    return values.get(StytchSettingRows.EMAIL_DENYLIST);
  }

  /**
   * E-mail addresses, in lower case, that mails came back from: sending to one fails with {@code
   * inactive_email}; default none.
   */
  public Set<String> bouncedEmails() {
    return values.get(StytchSettingRows.BOUNCED_EMAILS);
  }

  /**
   * Domains, in lower case, that take no mails: sending to an address there fails with {@code
   * invalid_email_domain}; default none.
   */
  public Set<String> undeliverableDomains() {
    return values.get(StytchSettingRows.UNDELIVERABLE_DOMAINS);
  }

  /** The social providers that are configured, by the name in their start URL; default all. */
  public Set<String> oauthProviders() {
    return values.get(StytchSettingRows.OAUTH_PROVIDERS);
  }

  /**
   * The access policy; default {@code stytch_user}, who may read documents, and {@code admin}, who
   * may do everything with them.
   */
  public List<Role> roles() {
    return values.get(StytchSettingRows.ROLES).stream().map(StytchSettings::role).toList();
  }

  /**
   * What the access policy speaks of; default none. What only roles and scopes name is a resource
   * too, without a description.
   */
  public List<PolicyResource> resources() {
    return values.get(StytchSettingRows.RESOURCES).stream()
        .map(
            parts ->
                new PolicyResource(
                    parts.get(StytchSettingRows.RESOURCE_ID),
                    parts.get(StytchSettingRows.RESOURCE_DESCRIPTION),
                    parts.get(StytchSettingRows.RESOURCE_ACTIONS)))
        .toList();
  }

  /** What the scopes of tokens grant by the access policy; default none. */
  public List<PolicyScope> scopes() {
    return values.get(StytchSettingRows.SCOPES).stream()
        .map(
            parts ->
                new PolicyScope(
                    parts.get(StytchSettingRows.SCOPE_NAME),
                    parts.get(StytchSettingRows.SCOPE_DESCRIPTION),
                    parts.get(StytchSettingRows.SCOPE_PERMISSIONS)))
        .toList();
  }

  /** How many machines may have credentials; default one million. At least 0. */
  public int m2mClientLimit() {
    return values.get(StytchSettingRows.M2M_CLIENT_LIMIT);
  }

  /** How many connected apps there may be; default one million. At least 0. */
  public int connectedAppLimit() {
    return values.get(StytchSettingRows.CONNECTED_APP_LIMIT);
  }

  /**
   * The application's page on which users let connected apps in, as the project's metadata tells
   * it; default {@code http://localhost:3000/oauth/authorize}. Empty if there is none: apps are
   * then refused with {@code authorization_endpoint_not_configured_for_project}.
   */
  public String authorizationUrl() {
    return values.get(StytchSettingRows.AUTHORIZATION_URL);
  }

  /** Whether tokens are made to act as a user; default true. */
  public boolean userImpersonation() {
    return values.get(StytchSettingRows.USER_IMPERSONATION);
  }

  /**
   * The e-mail address that another system tells of each of its session tokens, for {@code
   * /v1/sessions/migrate}; default none. It stands for the other system's userinfo endpoint, which
   * the real service asks. An empty address is an answer without one.
   */
  public Map<String, String> externalSessions() {
    return values.get(StytchSettingRows.EXTERNAL_SESSIONS);
  }

  /** Other systems whose tokens become sessions by {@code /v1/sessions/attest}; default none. */
  public List<TrustedTokenProfile> trustedTokenProfiles() {
    return values.get(StytchSettingRows.TRUSTED_TOKEN_PROFILES).stream()
        .map(
            parts ->
                new TrustedTokenProfile(
                    parts.get(StytchSettingRows.PROFILE_ID),
                    parts.get(StytchSettingRows.PROFILE_ISSUER),
                    parts.get(StytchSettingRows.PROFILE_AUDIENCE),
                    parts.get(StytchSettingRows.PROFILE_PUBLIC_KEY),
                    parts.get(StytchSettingRows.PROFILE_EMAIL_CLAIM)))
        .toList();
  }

  /**
   * Claims of machines' tokens beside the standard ones, which they never replace; default none. A
   * text that is nothing but {@code {{client.trusted_metadata.NAME}}} stands for what the machine
   * has there, and is left out where it has nothing; {@code client_id}, {@code client_name} and
   * {@code client_description} are told in the same way. What the real service lets templates say
   * is inferred.
   */
  public Map<String, Object> m2mTokenClaims() {
    return values.get(StytchSettingRows.M2M_TOKEN_CLAIMS);
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
    return other instanceof StytchSettings that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** The {@link #changes()}. */
  @Override
  public String toString() {
    return "StytchSettings" + values;
  }

  private static Attribute<List<String>> row(RedirectPurpose purpose) {
    return switch (purpose) {
      case LOGIN -> StytchSettingRows.LOGIN_URLS;
      case SIGNUP -> StytchSettingRows.SIGNUP_URLS;
      case INVITE -> StytchSettingRows.INVITE_URLS;
      case RESET_PASSWORD -> StytchSettingRows.RESET_PASSWORD_URLS;
    };
  }

  private static Role role(Attributes parts) {
    return new Role(
        parts.get(StytchSettingRows.ROLE_ID),
        parts.get(StytchSettingRows.ROLE_DESCRIPTION),
        parts.get(StytchSettingRows.ROLE_PERMISSIONS));
  }

  private static Attributes parts(Role role) {
    return Attributes.usual(StytchSettingRows.ROLE)
        .with(StytchSettingRows.ROLE_ID, role.id())
        .with(StytchSettingRows.ROLE_DESCRIPTION, role.description())
        .with(StytchSettingRows.ROLE_PERMISSIONS, role.permissions());
  }

  /** Changes settings. Begins with the defaults. A value that cannot be is refused at once. */
  public static final class Builder {
    private Attributes values;

    private Builder(Attributes values) {
      this.values = values;
    }

    /** See {@link StytchSettings#displayName()}. */
    public Builder displayName(String name) {
      return with(StytchSettingRows.DISPLAY_NAME, name);
    }

    /** See {@link StytchSettings#breachDetection()}. */
    public Builder breachDetection(boolean on) {
      return with(StytchSettingRows.BREACH_DETECTION, on);
    }

    /** See {@link StytchSettings#lockThreshold()}. */
    public Builder lockThreshold(int attempts) {
      return with(StytchSettingRows.LOCK_THRESHOLD, attempts);
    }

    /** See {@link StytchSettings#lockDuration()}. */
    public Builder lockDuration(Duration duration) {
      return with(StytchSettingRows.LOCK_DURATION, duration);
    }

    /** See {@link StytchSettings#longestSession()}. */
    public Builder longestSession(Duration duration) {
      return with(StytchSettingRows.LONGEST_SESSION, duration);
    }

    /** See {@link StytchSettings#embeddableMagicLinks()}. */
    public Builder embeddableMagicLinks(boolean on) {
      return with(StytchSettingRows.EMBEDDABLE_MAGIC_LINKS, on);
    }

    /** See {@link StytchSettings#breachedPasswords()}. */
    public Builder breachedPasswords(String... passwords) {
      return with(StytchSettingRows.BREACHED_PASSWORDS, Set.of(passwords));
    }

    /** See {@link StytchSettings#phoneCallingCodes()}. */
    public Builder phoneCallingCodes(String... codes) {
      return with(StytchSettingRows.PHONE_CALLING_CODES, Set.of(codes));
    }

    /** See {@link StytchSettings#billingVerified()}. */
    public Builder billingVerified(boolean verified) {
      return with(StytchSettingRows.BILLING_VERIFIED, verified);
    }

    /** See {@link StytchSettings#unsubscribedPhoneNumbers()}. */
    public Builder unsubscribedPhoneNumbers(String... numbers) {
      return with(StytchSettingRows.UNSUBSCRIBED_PHONE_NUMBERS, Set.of(numbers));
    }

    /** See {@link StytchSettings#unreachablePhoneNumbers()}. */
    public Builder unreachablePhoneNumbers(String... numbers) {
      return with(StytchSettingRows.UNREACHABLE_PHONE_NUMBERS, Set.of(numbers));
    }

    /** See {@link StytchSettings#emailAllowlist()}. */
    public Builder emailAllowlist(String... addressesAndDomains) {
      return with(StytchSettingRows.EMAIL_ALLOWLIST, Set.of(addressesAndDomains));
    }

    /** See {@link StytchSettings#emailDenylist()}. */
    public Builder emailDenylist(String... addressesAndDomains) {
      return with(StytchSettingRows.EMAIL_DENYLIST, Set.of(addressesAndDomains));
    }

    /** See {@link StytchSettings#bouncedEmails()}. */
    public Builder bouncedEmails(String... addresses) {
      return with(StytchSettingRows.BOUNCED_EMAILS, Set.of(addresses));
    }

    /** See {@link StytchSettings#undeliverableDomains()}. */
    public Builder undeliverableDomains(String... domains) {
      return with(StytchSettingRows.UNDELIVERABLE_DOMAINS, Set.of(domains));
    }

    /** See {@link StytchSettings#oauthProviders()}. */
    public Builder oauthProviders(String... names) {
      return with(StytchSettingRows.OAUTH_PROVIDERS, Set.of(names));
    }

    /** Registers URLs for all purposes, the default one first. */
    public Builder redirectUrls(String... urls) {
      Arrays.stream(RedirectPurpose.values()).forEach(purpose -> redirectUrls(purpose, urls));
      return this;
    }

    /** Registers URLs for one purpose, the default one first. */
    public Builder redirectUrls(RedirectPurpose purpose, String... urls) {
      Attributes others = values.get(StytchSettingRows.REDIRECT_URLS);
      return with(StytchSettingRows.REDIRECT_URLS, others.with(row(purpose), List.of(urls)));
    }

    /** See {@link StytchSettings#passwordPolicy()}. */
    public Builder passwordPolicy(PasswordPolicy policy) {
      return with(
          StytchSettingRows.PASSWORD_POLICY,
          policy.kind() == PasswordPolicy.Kind.LUDS
              ? PasswordPolicyRows.luds(policy.minimumLength(), policy.minimumComplexity())
              : PasswordPolicyRows.zxcvbn());
    }

    /** See {@link StytchSettings#roles()}. */
    public Builder roles(Role... policy) {
      return with(
          StytchSettingRows.ROLES, Arrays.stream(policy).map(StytchSettings::parts).toList());
    }

    /** See {@link StytchSettings#resources()}. */
    public Builder resources(PolicyResource... resources) {
      return with(
          StytchSettingRows.RESOURCES,
          Arrays.stream(resources)
              .map(
                  resource ->
                      Attributes.usual(StytchSettingRows.RESOURCE)
                          .with(StytchSettingRows.RESOURCE_ID, resource.id())
                          .with(StytchSettingRows.RESOURCE_DESCRIPTION, resource.description())
                          .with(StytchSettingRows.RESOURCE_ACTIONS, resource.actions()))
              .toList());
    }

    /** See {@link StytchSettings#scopes()}. */
    public Builder scopes(PolicyScope... scopes) {
      return with(
          StytchSettingRows.SCOPES,
          Arrays.stream(scopes)
              .map(
                  scope ->
                      Attributes.usual(StytchSettingRows.SCOPE)
                          .with(StytchSettingRows.SCOPE_NAME, scope.scope())
                          .with(StytchSettingRows.SCOPE_DESCRIPTION, scope.description())
                          .with(StytchSettingRows.SCOPE_PERMISSIONS, scope.permissions()))
              .toList());
    }

    /** See {@link StytchSettings#m2mClientLimit()}. */
    public Builder m2mClientLimit(int most) {
      return with(StytchSettingRows.M2M_CLIENT_LIMIT, most);
    }

    /** See {@link StytchSettings#connectedAppLimit()}. */
    public Builder connectedAppLimit(int most) {
      return with(StytchSettingRows.CONNECTED_APP_LIMIT, most);
    }

    /** See {@link StytchSettings#authorizationUrl()}. */
    public Builder authorizationUrl(String url) {
      return with(StytchSettingRows.AUTHORIZATION_URL, url);
    }

    /** See {@link StytchSettings#userImpersonation()}. */
    public Builder userImpersonation(boolean allowed) {
      return with(StytchSettingRows.USER_IMPERSONATION, allowed);
    }

    /** See {@link StytchSettings#externalSessions()}. */
    public Builder externalSessions(Map<String, String> emailsByToken) {
      return with(StytchSettingRows.EXTERNAL_SESSIONS, Map.copyOf(emailsByToken));
    }

    /** See {@link StytchSettings#trustedTokenProfiles()}. */
    public Builder trustedTokenProfiles(TrustedTokenProfile... profiles) {
      return with(
          StytchSettingRows.TRUSTED_TOKEN_PROFILES,
          Arrays.stream(profiles)
              .map(
                  profile ->
                      Attributes.usual(StytchSettingRows.PROFILE)
                          .with(StytchSettingRows.PROFILE_ID, profile.id())
                          .with(StytchSettingRows.PROFILE_ISSUER, profile.issuer())
                          .with(StytchSettingRows.PROFILE_AUDIENCE, profile.audience())
                          .with(StytchSettingRows.PROFILE_PUBLIC_KEY, profile.publicKey())
                          .with(StytchSettingRows.PROFILE_EMAIL_CLAIM, profile.emailClaim()))
              .toList());
    }

    /** See {@link StytchSettings#m2mTokenClaims()}. */
    public Builder m2mTokenClaims(Map<String, ?> claims) {
      return with(StytchSettingRows.M2M_TOKEN_CLAIMS, Map.copyOf(claims));
    }

    /**
     * Sets what {@link StytchSettings#toMap()} has under a name.
     *
     * @throws IllegalArgumentException if there is no such setting, or if it cannot be so; the
     *     message names it
     */
    public Builder set(String name, Object value) {
      values = values.with(name, value);
      return this;
    }

    /** The settings. */
    public StytchSettings build() {
      return new StytchSettings(values);
    }

    private <T> Builder with(Attribute<T> row, T value) {
      values = values.with(row, value);
      return this;
    }
  }
}
