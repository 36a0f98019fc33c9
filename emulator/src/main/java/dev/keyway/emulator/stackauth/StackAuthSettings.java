package dev.keyway.emulator.stackauth;

import java.time.Duration;
import java.util.List;

/**
 * A project's configuration. {@link #defaults()} is what Stack Auth gives a new project; change it
 * through {@link #toBuilder()}.
 *
 * @param displayName the project's name, as it stands in mails
 * @param signUpEnabled whether strangers may sign up; default true
 * @param credentialEnabled whether passwords may be used; default true
 * @param magicLinkEnabled whether sign-in mails may be sent; default false
 * @param passkeyEnabled whether passkeys may be used; default false
 * @param allowLocalhost whether any URL on this machine is trusted; default true
 * @param trustedDomains other sites that links may lead to; default none
 * @param requirePublishableClientKey whether clients must send the publishable key; default false
 * @param requireEmailVerification whether users with an unverified address are restricted; default
 *     false
 * @param clientTeamCreationEnabled default false
 * @param clientUserDeletionEnabled whether users may delete themselves; default false
 * @param createTeamOnSignUp default false
 * @param allowUserApiKeys default false
 * @param allowTeamApiKeys default false
 * @param mergeStrategy what happens when a social account's address is known; default link
 * @param oauthProviders ids of the enabled social providers; default none
 * @param sharedOauthProviders those of them that run on the vendor's shared development keys: no
 *     extra scopes and no access tokens of the provider; default none
 * @param accessTokenLifetime default ten minutes
 */
public record StackAuthSettings(
    String displayName,
    boolean signUpEnabled,
    boolean credentialEnabled,
    boolean magicLinkEnabled,
    boolean passkeyEnabled,
    boolean allowLocalhost,
    List<TrustedDomain> trustedDomains,
    boolean requirePublishableClientKey,
    boolean requireEmailVerification,
    boolean clientTeamCreationEnabled,
    boolean clientUserDeletionEnabled,
    boolean createTeamOnSignUp,
    boolean allowUserApiKeys,
    boolean allowTeamApiKeys,
    MergeStrategy mergeStrategy,
    List<String> oauthProviders,
    List<String> sharedOauthProviders,
    Duration accessTokenLifetime) {

  /** Copies the lists. */
  public StackAuthSettings {
    trustedDomains = List.copyOf(trustedDomains);
    oauthProviders = List.copyOf(oauthProviders);
    sharedOauthProviders = List.copyOf(sharedOauthProviders);
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
  public record TrustedDomain(String domain, String handlerPath) {}

  /** A new project's configuration. */
  public static StackAuthSettings defaults() {
    return new Builder().build();
  }

  /** A builder that begins with these settings. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Changes settings. Begins with the defaults. */
  public static final class Builder {
    private String displayName = "Keyway test project";
    private boolean signUpEnabled = true;
    private boolean credentialEnabled = true;
    private boolean magicLinkEnabled;
    private boolean passkeyEnabled;
    private boolean allowLocalhost = true;
    private List<TrustedDomain> trustedDomains = List.of();
    private boolean requirePublishableClientKey;
    private boolean requireEmailVerification;
    private boolean clientTeamCreationEnabled;
    private boolean clientUserDeletionEnabled;
    private boolean createTeamOnSignUp;
    private boolean allowUserApiKeys;
    private boolean allowTeamApiKeys;
    private MergeStrategy mergeStrategy = MergeStrategy.LINK_METHOD;
    private List<String> oauthProviders = List.of();
    private List<String> sharedOauthProviders = List.of();
    private Duration accessTokenLifetime = Duration.ofMinutes(10);

    private Builder() {}

    private Builder(StackAuthSettings from) {
      displayName = from.displayName;
      signUpEnabled = from.signUpEnabled;
      credentialEnabled = from.credentialEnabled;
      magicLinkEnabled = from.magicLinkEnabled;
      passkeyEnabled = from.passkeyEnabled;
      allowLocalhost = from.allowLocalhost;
      trustedDomains = from.trustedDomains;
      requirePublishableClientKey = from.requirePublishableClientKey;
      requireEmailVerification = from.requireEmailVerification;
      clientTeamCreationEnabled = from.clientTeamCreationEnabled;
      clientUserDeletionEnabled = from.clientUserDeletionEnabled;
      createTeamOnSignUp = from.createTeamOnSignUp;
      allowUserApiKeys = from.allowUserApiKeys;
      allowTeamApiKeys = from.allowTeamApiKeys;
      mergeStrategy = from.mergeStrategy;
      oauthProviders = from.oauthProviders;
      sharedOauthProviders = from.sharedOauthProviders;
      accessTokenLifetime = from.accessTokenLifetime;
    }

    /** See {@link StackAuthSettings#displayName()}. */
    public Builder displayName(String name) {
      displayName = name;
      return this;
    }

    /** See {@link StackAuthSettings#signUpEnabled()}. */
    public Builder signUpEnabled(boolean on) {
      signUpEnabled = on;
      return this;
    }

    /** See {@link StackAuthSettings#credentialEnabled()}. */
    public Builder credentialEnabled(boolean on) {
      credentialEnabled = on;
      return this;
    }

    /** See {@link StackAuthSettings#magicLinkEnabled()}. */
    public Builder magicLinkEnabled(boolean on) {
      magicLinkEnabled = on;
      return this;
    }

    /** See {@link StackAuthSettings#passkeyEnabled()}. */
    public Builder passkeyEnabled(boolean on) {
      passkeyEnabled = on;
      return this;
    }

    /** See {@link StackAuthSettings#allowLocalhost()}. */
    public Builder allowLocalhost(boolean on) {
      allowLocalhost = on;
      return this;
    }

    /** See {@link StackAuthSettings#trustedDomains()}; handler path {@code /handler}. */
    public Builder trustedDomains(String... domains) {
      trustedDomains =
          List.of(domains).stream().map(d -> new TrustedDomain(d, "/handler")).toList();
      return this;
    }

    /** See {@link StackAuthSettings#trustedDomains()}. */
    public Builder trustedDomains(List<TrustedDomain> domains) {
      trustedDomains = List.copyOf(domains);
      return this;
    }

    /** See {@link StackAuthSettings#requirePublishableClientKey()}. */
    public Builder requirePublishableClientKey(boolean on) {
      requirePublishableClientKey = on;
      return this;
    }

    /** See {@link StackAuthSettings#requireEmailVerification()}. */
    public Builder requireEmailVerification(boolean on) {
      requireEmailVerification = on;
      return this;
    }

    /** See {@link StackAuthSettings#clientTeamCreationEnabled()}. */
    public Builder clientTeamCreationEnabled(boolean on) {
      clientTeamCreationEnabled = on;
      return this;
    }

    /** See {@link StackAuthSettings#clientUserDeletionEnabled()}. */
    public Builder clientUserDeletionEnabled(boolean on) {
      clientUserDeletionEnabled = on;
      return this;
    }

    /** See {@link StackAuthSettings#createTeamOnSignUp()}. */
    public Builder createTeamOnSignUp(boolean on) {
      createTeamOnSignUp = on;
      return this;
    }

    /** See {@link StackAuthSettings#allowUserApiKeys()}. */
    public Builder allowUserApiKeys(boolean on) {
      allowUserApiKeys = on;
      return this;
    }

    /** See {@link StackAuthSettings#allowTeamApiKeys()}. */
    public Builder allowTeamApiKeys(boolean on) {
      allowTeamApiKeys = on;
      return this;
    }

    /** See {@link StackAuthSettings#mergeStrategy()}. */
    public Builder mergeStrategy(MergeStrategy strategy) {
      mergeStrategy = strategy;
      return this;
    }

    /** See {@link StackAuthSettings#oauthProviders()}. */
    public Builder oauthProviders(String... ids) {
      oauthProviders = List.of(ids);
      return this;
    }

    /** See {@link StackAuthSettings#sharedOauthProviders()}. */
    public Builder sharedOauthProviders(String... ids) {
      sharedOauthProviders = List.of(ids);
      return this;
    }

    /** See {@link StackAuthSettings#accessTokenLifetime()}. */
    public Builder accessTokenLifetime(Duration lifetime) {
      accessTokenLifetime = lifetime;
      return this;
    }

    /** The settings. */
    public StackAuthSettings build() {
      return new StackAuthSettings(
          displayName,
          signUpEnabled,
          credentialEnabled,
          magicLinkEnabled,
          passkeyEnabled,
          allowLocalhost,
          trustedDomains,
          requirePublishableClientKey,
          requireEmailVerification,
          clientTeamCreationEnabled,
          clientUserDeletionEnabled,
          createTeamOnSignUp,
          allowUserApiKeys,
          allowTeamApiKeys,
          mergeStrategy,
          oauthProviders,
          sharedOauthProviders,
          accessTokenLifetime);
    }
  }
}
