package dev.keyway.emulator.stytch;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A project's configuration. {@link #defaults()} is what Stytch gives a new test project, with a
 * small access policy; change it through {@link #toBuilder()}.
 *
 * @param displayName the project's name, as it stands in mails
 * @param redirectUrls registered URLs by purpose, the default one first; default {@code
 *     http://localhost:3000/authenticate} for every purpose
 * @param passwordPolicy default zxcvbn
 * @param breachDetection whether breached passwords are refused; default true
 * @param breachedPasswords the passwords that count as breached; default some well-known ones
 * @param lockThreshold failed attempts in a row that lock a user; default 10
 * @param lockDuration how long a user stays locked; default one hour
 * @param longestSession the longest session that may be asked for; default 366 days
 * @param phoneCallingCodes countries that texts may go to, by calling code; default 1 (United
 *     States and Canada)
 * @param oauthProviders the social providers that are configured, by the name in their start URL;
 *     default all
 * @param embeddableMagicLinks whether tokens may be made for links of one's own; default true
 * @param roles the access policy; default {@code stytch_user}, who may read documents, and {@code
 *     admin}, who may do everything with them
 */
public record StytchSettings(
    String displayName,
    Map<RedirectPurpose, List<String>> redirectUrls,
    PasswordPolicy passwordPolicy,
    boolean breachDetection,
    Set<String> breachedPasswords,
    int lockThreshold,
    Duration lockDuration,
    Duration longestSession,
    Set<String> phoneCallingCodes,
    Set<String> oauthProviders,
    boolean embeddableMagicLinks,
    List<Role> roles) {
  /** The URL that is registered for all purposes in a new test project. */
  public static final String DEFAULT_REDIRECT_URL = "http://localhost:3000/authenticate";

  /** Copies the collections. */
  public StytchSettings {
    redirectUrls = Map.copyOf(redirectUrls);
    breachedPasswords = Set.copyOf(breachedPasswords);
    phoneCallingCodes = Set.copyOf(phoneCallingCodes);
    oauthProviders = Set.copyOf(oauthProviders);
    roles = List.copyOf(roles);
  }

  /** The URLs registered for one purpose, the default one first. */
  public List<String> redirectUrls(RedirectPurpose purpose) {
    return redirectUrls.getOrDefault(purpose, List.of());
  }

  /** A new test project's configuration. */
  public static StytchSettings defaults() {
    return new Builder().build();
  }

  /** A builder that begins with these settings. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Changes settings. Begins with the defaults. */
  public static final class Builder {
    private String displayName = "Keyway test project";
    private final Map<RedirectPurpose, List<String>> redirectUrls =
        new EnumMap<>(RedirectPurpose.class);
    private PasswordPolicy passwordPolicy = PasswordPolicy.zxcvbn();
    private boolean breachDetection = true;
    private Set<String> breachedPasswords =
        Set.of("password", "123456", "qwerty", "Password1!", "correct horse battery staple");
    private int lockThreshold = 10;
    private Duration lockDuration = Duration.ofHours(1);
    private Duration longestSession = Duration.ofDays(366);
    private Set<String> phoneCallingCodes = Set.of("1");
    private Set<String> oauthProviders = OAuthProviders.names();
    private boolean embeddableMagicLinks = true;
    private List<Role> roles =
        List.of(
            new Role(Role.EVERYBODY, "Every user", Map.of("documents", List.of("read"))),
            new Role("admin", "Administrators", Map.of("documents", List.of("*"))));

    private Builder() {
      redirectUrls(DEFAULT_REDIRECT_URL);
    }

    private Builder(StytchSettings from) {
      displayName = from.displayName;
      redirectUrls.putAll(from.redirectUrls);
      passwordPolicy = from.passwordPolicy;
      breachDetection = from.breachDetection;
      breachedPasswords = from.breachedPasswords;
      lockThreshold = from.lockThreshold;
      lockDuration = from.lockDuration;
      longestSession = from.longestSession;
      phoneCallingCodes = from.phoneCallingCodes;
      oauthProviders = from.oauthProviders;
      embeddableMagicLinks = from.embeddableMagicLinks;
      roles = from.roles;
    }

    /** See {@link StytchSettings#displayName()}. */
    public Builder displayName(String name) {
      displayName = name;
      return this;
    }

    /** Registers URLs for all purposes, the default one first. */
    public Builder redirectUrls(String... urls) {
      for (RedirectPurpose purpose : RedirectPurpose.values()) {
        redirectUrls(purpose, urls);
      }
      return this;
    }

    /** Registers URLs for one purpose, the default one first. */
    public Builder redirectUrls(RedirectPurpose purpose, String... urls) {
      redirectUrls.put(purpose, List.of(urls));
      return this;
    }

    /** See {@link StytchSettings#passwordPolicy()}. */
    public Builder passwordPolicy(PasswordPolicy policy) {
      passwordPolicy = policy;
      return this;
    }

    /** See {@link StytchSettings#breachDetection()}. */
    public Builder breachDetection(boolean on) {
      breachDetection = on;
      return this;
    }

    /** See {@link StytchSettings#breachedPasswords()}. */
    public Builder breachedPasswords(String... passwords) {
      breachedPasswords = Set.of(passwords);
      return this;
    }

    /** See {@link StytchSettings#lockThreshold()}. */
    public Builder lockThreshold(int attempts) {
      lockThreshold = attempts;
      return this;
    }

    /** See {@link StytchSettings#lockDuration()}. */
    public Builder lockDuration(Duration duration) {
      lockDuration = duration;
      return this;
    }

    /** See {@link StytchSettings#longestSession()}. */
    public Builder longestSession(Duration duration) {
      longestSession = duration;
      return this;
    }

    /** See {@link StytchSettings#phoneCallingCodes()}. */
    public Builder phoneCallingCodes(String... codes) {
      phoneCallingCodes = Set.of(codes);
      return this;
    }

    /** See {@link StytchSettings#oauthProviders()}. */
    public Builder oauthProviders(String... names) {
      oauthProviders = Set.of(names);
      return this;
    }

    /** See {@link StytchSettings#embeddableMagicLinks()}. */
    public Builder embeddableMagicLinks(boolean on) {
      embeddableMagicLinks = on;
      return this;
    }

    /** See {@link StytchSettings#roles()}. */
    public Builder roles(Role... policy) {
      roles = List.of(policy);
      return this;
    }

    /** The settings. */
    public StytchSettings build() {
      return new StytchSettings(
          displayName,
          redirectUrls,
          passwordPolicy,
          breachDetection,
          breachedPasswords,
          lockThreshold,
          lockDuration,
          longestSession,
          phoneCallingCodes,
          oauthProviders,
          embeddableMagicLinks,
          roles);
    }
  }
}
