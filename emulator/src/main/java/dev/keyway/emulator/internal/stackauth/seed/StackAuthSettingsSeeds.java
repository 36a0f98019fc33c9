package dev.keyway.emulator.internal.stackauth.seed;

import dev.keyway.emulator.internal.stackauth.state.StackAuthKeys;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.seed.StackAuthSeed;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Between a project's settings and seeds, which say only what differs from a new project. */
public final class StackAuthSettingsSeeds {
  private static final String HANDLER_PATH = "/handler";

  private StackAuthSettingsSeeds() {}

  /** The settings that a seed means. */
  public static StackAuthSettings settings(StackAuthSeed.@Nullable Settings seed) {
    StackAuthSettings usual = StackAuthSettings.defaults();
    if (seed == null) {
      return usual;
    }
    return new StackAuthSettings(
        or(seed.displayName(), usual.displayName()),
        or(seed.signUpEnabled(), usual.signUpEnabled()),
        or(seed.credentialEnabled(), usual.credentialEnabled()),
        or(seed.magicLinkEnabled(), usual.magicLinkEnabled()),
        or(seed.passkeyEnabled(), usual.passkeyEnabled()),
        or(seed.allowLocalhost(), usual.allowLocalhost()),
        seed.trustedDomains() == null
            ? usual.trustedDomains()
            : seed.trustedDomains().stream().map(StackAuthSettingsSeeds::domain).toList(),
        or(seed.requirePublishableClientKey(), usual.requirePublishableClientKey()),
        or(seed.requireEmailVerification(), usual.requireEmailVerification()),
        or(seed.clientTeamCreationEnabled(), usual.clientTeamCreationEnabled()),
        or(seed.clientUserDeletionEnabled(), usual.clientUserDeletionEnabled()),
        or(seed.createTeamOnSignUp(), usual.createTeamOnSignUp()),
        or(seed.allowUserApiKeys(), usual.allowUserApiKeys()),
        or(seed.allowTeamApiKeys(), usual.allowTeamApiKeys()),
        seed.mergeStrategy() == null
            ? usual.mergeStrategy()
            : StackAuthSettings.MergeStrategy.valueOf(seed.mergeStrategy().name()),
        or(seed.oauthProviders(), usual.oauthProviders()),
        or(seed.sharedOauthProviders(), usual.sharedOauthProviders()),
        or(seed.accessTokenLifetime(), usual.accessTokenLifetime()));
  }

  /** What a seed says of settings; null if they are a new project's. */
  public static StackAuthSeed.@Nullable Settings seed(StackAuthSettings settings) {
    StackAuthSettings usual = StackAuthSettings.defaults();
    if (settings.equals(usual)) {
      return null;
    }
    return new StackAuthSeed.Settings(
        unless(usual.displayName(), settings.displayName()),
        unless(usual.signUpEnabled(), settings.signUpEnabled()),
        unless(usual.credentialEnabled(), settings.credentialEnabled()),
        unless(usual.magicLinkEnabled(), settings.magicLinkEnabled()),
        unless(usual.passkeyEnabled(), settings.passkeyEnabled()),
        unless(usual.allowLocalhost(), settings.allowLocalhost()),
        settings.trustedDomains().equals(usual.trustedDomains())
            ? null
            : settings.trustedDomains().stream().map(StackAuthSettingsSeeds::seed).toList(),
        unless(usual.requirePublishableClientKey(), settings.requirePublishableClientKey()),
        unless(usual.requireEmailVerification(), settings.requireEmailVerification()),
        unless(usual.clientTeamCreationEnabled(), settings.clientTeamCreationEnabled()),
        unless(usual.clientUserDeletionEnabled(), settings.clientUserDeletionEnabled()),
        unless(usual.createTeamOnSignUp(), settings.createTeamOnSignUp()),
        unless(usual.allowUserApiKeys(), settings.allowUserApiKeys()),
        unless(usual.allowTeamApiKeys(), settings.allowTeamApiKeys()),
        settings.mergeStrategy() == usual.mergeStrategy()
            ? null
            : StackAuthSeed.MergeStrategy.valueOf(settings.mergeStrategy().name()),
        unless(usual.oauthProviders(), settings.oauthProviders()),
        unless(usual.sharedOauthProviders(), settings.sharedOauthProviders()),
        unless(usual.accessTokenLifetime(), settings.accessTokenLifetime()));
  }

  /** What a seed says of a project: its keys, and its settings where they are not a new one's. */
  public static StackAuthSeed seed(StackAuthProject project) {
    return new StackAuthSeed(
        project.id(),
        project.publishableClientKey(),
        project.secretServerKey(),
        project.superSecretAdminKey(),
        seed(project.settings()));
  }

  private static StackAuthSettings.TrustedDomain domain(StackAuthSeed.TrustedDomain seed) {
    return new StackAuthSettings.TrustedDomain(seed.domain(), or(seed.handlerPath(), HANDLER_PATH));
  }

  private static StackAuthSeed.TrustedDomain seed(StackAuthSettings.TrustedDomain domain) {
    return new StackAuthSeed.TrustedDomain(
        domain.domain(), unless(HANDLER_PATH, domain.handlerPath()));
  }

  private static <T> T or(@Nullable T value, T usual) {
    return Objects.requireNonNullElse(value, usual);
  }

  private static <T> @Nullable T unless(T usual, T value) {
    return value.equals(usual) ? null : value;
  }

  /** The keys that a seed pins, and others where it does not. */
  public static StackAuthKeys keys(@Nullable StackAuthSeed seed, StackAuthKeys otherwise) {
    if (seed == null) {
      return otherwise;
    }
    return new StackAuthKeys(
        or(seed.projectId(), otherwise.projectId()),
        or(seed.publishableClientKey(), otherwise.publishableClientKey()),
        or(seed.secretServerKey(), otherwise.secretServerKey()),
        or(seed.superSecretAdminKey(), otherwise.superSecretAdminKey()));
  }

  /** The fields of a seed that pin something else than a project has. */
  public static List<String> differences(@Nullable StackAuthSeed seed, StackAuthProject project) {
    StackAuthKeys own =
        new StackAuthKeys(
            project.id(),
            project.publishableClientKey(),
            project.secretServerKey(),
            project.superSecretAdminKey());
    return keys(seed, own).equals(own) ? List.of() : List.of("stackauth");
  }
}
