package dev.keyway.emulator.seed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Stytch project. What is not pinned is made at random. */
public record StytchSeed(
    @Says(
            value = "The project's id: the user name of every request.",
            form = Form.STYTCH_PROJECT_ID)
        @Nullable String projectId,
    @Says(value = "The password of every request.", form = Form.STYTCH_SECRET)
        @Nullable String secret,
    @Says(value = "What browsers name the project with.", form = Form.STYTCH_PUBLIC_TOKEN)
        @Nullable String publicToken,
    @Says("How the project is configured; what is left out is as in a new project.")
        @Nullable Settings settings) {

  /** The project, no secret. */
  @Override
  public String toString() {
    return "StytchSeed[" + projectId + "]";
  }

  /** A project's configuration. */
  public record Settings(
      @Says("The project's name, as it stands in mails.") @Nullable String displayName,
      @Says("Registered URLs by purpose, the default one first.")
          @Nullable RedirectUrls redirectUrls,
      @Says("How strong a password must be; default zxcvbn.")
          @Nullable PasswordPolicy passwordPolicy,
      @Says("Whether breached passwords are refused; default true.")
          @Nullable Boolean breachDetection,
      @Says("The passwords that count as breached; default some well-known ones.")
          @Nullable List<String> breachedPasswords,
      @Says("Failed attempts in a row that lock a user; default 10.")
          @Nullable Integer lockThreshold,
      @Says("How long a user stays locked; default PT1H.") @Nullable Duration lockDuration,
      @Says("The longest session that may be asked for; default 366 days.")
          @Nullable Duration longestSession,
      @Says("Countries that texts may go to, by calling code; default 1.")
          @Nullable List<String> phoneCallingCodes,
      @Says(value = "The configured social providers; default all.", form = Form.SOCIAL_PROVIDER)
          @Nullable List<String> oauthProviders,
      @Says("Whether tokens may be made for links of one's own; default true.")
          @Nullable Boolean embeddableMagicLinks,
      @Says("The access policy; default stytch_user and admin.") @Nullable List<Role> roles) {}

  /** Registered URLs; a purpose that is left out has the default URL. */
  public record RedirectUrls(
      @Says(value = "For signing in.", form = Form.URL) @Nullable List<String> login,
      @Says(value = "For signing up.", form = Form.URL) @Nullable List<String> signup,
      @Says(value = "For accepting an invitation.", form = Form.URL) @Nullable List<String> invite,
      @Says(value = "For choosing a new password.", form = Form.URL)
          @Nullable List<String> resetPassword) {}

  /** How strong a password must be. */
  public record PasswordPolicy(
      @Says("Who judges.") Kind kind,
      @Says("Characters, under luds; default 8.") @Nullable Integer minimumLength,
      @Says("How many classes of characters, under luds; default 1.")
          @Nullable Integer minimumComplexity) {
    /** Who judges. */
    public enum Kind {
      /** The zxcvbn estimator. */
      ZXCVBN,
      /** Length and classes of characters. */
      LUDS
    }
  }

  /** A role of the access policy. */
  public record Role(
      @Says("Its id.") String id,
      @Says("In words.") @Nullable String description,
      @Says("By resource, the actions allowed; * allows all.")
          @Nullable Map<String, List<String>> permissions) {}
}
