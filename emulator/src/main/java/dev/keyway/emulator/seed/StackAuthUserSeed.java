package dev.keyway.emulator.seed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What only Stack Auth knows of a user. */
public record StackAuthUserSeed(
    @Says(value = "The user's id; default made from the first address.", form = Form.UUID)
        @Nullable String id,
    @Says("Whether nobody knows who it is; default false.") @Nullable Boolean anonymous,
    @Says("Whether mailed codes sign in; default false.") @Nullable Boolean otpSignIn,
    @Says("Present where an administrator restricted the user.") @Nullable Restriction restriction,
    @Says("Address of the user's picture.") @Nullable String profileImageUrl,
    @Says(value = "The team the user looks at.", form = Form.UUID) @Nullable String selectedTeamId,
    @Says("Two letters.") @Nullable String countryCode,
    @Says("0 to 100; default 0.") @Nullable Integer botScore,
    @Says("0 to 100; default 0.") @Nullable Integer freeTrialAbuseScore,
    @Says("Default when the account was made.") @Nullable Instant lastActiveAt,
    @Says("Sign-ins that have not ended.") List<Session> sessions) {

  /** Why an administrator restricted a user. */
  public record Restriction(
      @Says("For the user.") @Nullable String reason,
      @Says("For servers.") @Nullable String privateDetails) {}

  /** A sign-in. */
  public record Session(
      @Says(value = "The refresh token.", form = Form.TOKEN) @Nullable String refreshToken,
      @Says(value = "The session's id.", form = Form.UUID) @Nullable String id,
      @Says("Default the world's time when the seed is loaded.") @Nullable Instant createdAt,
      @Says("Default when it began.") @Nullable Instant lastUsedAt,
      @Says("Default a year after it began.") @Nullable Instant expiresAt,
      @Says("Whether somebody else acts as the user; default false.")
          @Nullable Boolean impersonation) {

    /** The id, no token. */
    @Override
    public String toString() {
      return "Session[" + id + "]";
    }
  }
}
