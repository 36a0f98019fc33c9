package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.description.Attributed;
import dev.keyway.emulator.internal.description.Description;
import dev.keyway.emulator.internal.description.Format;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthTeamRows;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What only Stack Auth knows of a user.
 *
 * @param attributes what is a plain value, by the key that a file has for it beside the others:
 *     {@code profileImageUrl}, {@code countryCode}, …; the schema tells all of them
 */
public record StackAuthUserSeed(
    @Description(
            value = "The user's id; default made from the first address.",
            format = Format.UUID)
        @Nullable String id,
    @Description("Whether the user is anonymous; default false.") @Nullable Boolean anonymous,
    @Description("Whether mailed codes sign in; default false.") @Nullable Boolean otpSignIn,
    @Description("Present where an administrator restricted the user.")
        @Nullable Restriction restriction,
    @Attributed(by = StackAuthUserForm.class) Map<String, Object> attributes,
    @Description("Default when the account was made.") @Nullable Instant lastActiveAt,
    @Description("The teams that the user is in, the first joined before the others.")
        List<Membership> teams,
    @Description("Sign-ins that have not ended.") List<Session> sessions,
    @Description("The user's keys for programs.") List<ApiKeySeed> apiKeys) {

  /**
   * Checks the attributes, and leaves out what is usual.
   *
   * @throws IllegalArgumentException if there is no such attribute, or if it cannot be so; the
   *     message names it
   */
  public StackAuthUserSeed {
    attributes = Attributes.usual(StackAuthUserRows.OWN).with(attributes).brief();
  }

  /** Why an administrator restricted a user. */
  public record Restriction(
      @Description("For the user.") @Nullable String reason,
      @Description("For servers.") @Nullable String privateDetails) {}

  /**
   * What a user is in a team.
   *
   * @param attributes how the user is shown there, by the key that a file has for it beside the
   *     others: {@code name}, {@code profileImageUrl}; the schema tells all of them
   */
  public record Membership(
      @Description(value = "The team's id.", format = Format.UUID) String team,
      @Description("Since when; default when the account was made.") @Nullable Instant joinedAt,
      @Description("Ids of the permissions granted there; default what the project grants to all.")
          @Nullable List<String> permissions,
      @Attributed(by = StackAuthProfileForm.class) Map<String, Object> attributes) {
    /**
     * Checks the attributes, and leaves out what is usual.
     *
     * @throws IllegalArgumentException if there is no such attribute, or if it cannot be so; the
     *     message names it
     */
    public Membership {
      attributes = Attributes.usual(StackAuthTeamRows.PROFILE).with(attributes).brief();
    }
  }

  /** A sign-in. */
  public record Session(
      @Description(value = "The refresh token.", format = Format.TOKEN)
          @Nullable String refreshToken,
      @Description(value = "The session's id.", format = Format.UUID) @Nullable String id,
      @Description("Default the world's time when the seed is loaded.") @Nullable Instant createdAt,
      @Description("Default when it began.") @Nullable Instant lastUsedAt,
      @Description("Default a year after it began.") @Nullable Instant expiresAt,
      @Description("Whether somebody else acts as the user; default false.")
          @Nullable Boolean impersonation) {

    /** The id, no token. */
    @Override
    public String toString() {
      return "Session[" + id + "]";
    }
  }
}
