package dev.keyway.emulator.seed;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Stack Auth project. What is not pinned is made at random. */
public record StackAuthSeed(
    @Says(value = "The project's id.", form = Form.STACKAUTH_PROJECT_ID) @Nullable String projectId,
    @Says(value = "The key that browsers may hold.", form = Form.STACKAUTH_PUBLISHABLE_KEY)
        @Nullable String publishableClientKey,
    @Says(value = "The key of servers.", form = Form.STACKAUTH_SECRET_KEY)
        @Nullable String secretServerKey,
    @Says(value = "The key of administrators.", form = Form.STACKAUTH_ADMIN_KEY)
        @Nullable String superSecretAdminKey,
    @Says("How the project is configured; what is left out is as in a new project.")
        @Nullable Settings settings) {

  /** The project, no key. */
  @Override
  public String toString() {
    return "StackAuthSeed[" + projectId + "]";
  }

  /** A project's configuration. */
  public record Settings(
      @Says("The project's name, as it stands in mails.") @Nullable String displayName,
      @Says("Whether strangers may sign up; default true.") @Nullable Boolean signUpEnabled,
      @Says("Whether passwords may be used; default true.") @Nullable Boolean credentialEnabled,
      @Says("Whether sign-in mails may be sent; default false.") @Nullable Boolean magicLinkEnabled,
      @Says("Whether passkeys may be used; default false.") @Nullable Boolean passkeyEnabled,
      @Says("Whether any URL on this machine is trusted; default true.")
          @Nullable Boolean allowLocalhost,
      @Says("Other sites that links may lead to; default none.")
          @Nullable List<TrustedDomain> trustedDomains,
      @Says("Whether clients must send the publishable key; default false.")
          @Nullable Boolean requirePublishableClientKey,
      @Says("Whether users with an unverified address are restricted; default false.")
          @Nullable Boolean requireEmailVerification,
      @Says("Default false.") @Nullable Boolean clientTeamCreationEnabled,
      @Says("Whether users may delete themselves; default false.")
          @Nullable Boolean clientUserDeletionEnabled,
      @Says("Default false.") @Nullable Boolean createTeamOnSignUp,
      @Says("Default false.") @Nullable Boolean allowUserApiKeys,
      @Says("Default false.") @Nullable Boolean allowTeamApiKeys,
      @Says("What happens when a social account's address is known; default link_method.")
          @Nullable MergeStrategy mergeStrategy,
      @Says(value = "The enabled social providers; default none.", form = Form.SOCIAL_PROVIDER)
          @Nullable List<String> oauthProviders,
      @Says(
              value = "Those of them that run on the vendor's shared keys; default none.",
              form = Form.SOCIAL_PROVIDER)
          @Nullable List<String> sharedOauthProviders,
      @Says("How long an access token lives; default PT10M.")
          @Nullable Duration accessTokenLifetime) {}

  /** A site that links may lead to. */
  public record TrustedDomain(
      @Says("Scheme and host; * and ** are wildcards.") String domain,
      @Says("Where the vendor's pages live there; default /handler.")
          @Nullable String handlerPath) {}

  /** What happens when a social account's address already belongs to a user. */
  public enum MergeStrategy {
    /** Links both if both addresses are verified. */
    LINK_METHOD,
    /** Refuses. */
    RAISE_ERROR,
    /** Makes a second user. */
    ALLOW_DUPLICATES
  }
}
