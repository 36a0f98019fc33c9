package dev.keyway.emulator.seed;

import dev.keyway.emulator.internal.attribute.Attributes;
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
    @Says(value = "The user's id; default made from the first address.", form = Form.UUID)
        @Nullable String id,
    @Says("Whether nobody knows who it is; default false.") @Nullable Boolean anonymous,
    @Says("Whether mailed codes sign in; default false.") @Nullable Boolean otpSignIn,
    @Says("Present where an administrator restricted the user.") @Nullable Restriction restriction,
    Map<String, Object> attributes,
    @Says("Default when the account was made.") @Nullable Instant lastActiveAt,
    @Says("Sign-ins that have not ended.") List<Session> sessions) {

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
