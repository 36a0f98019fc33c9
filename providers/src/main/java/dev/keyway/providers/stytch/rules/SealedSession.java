package dev.keyway.providers.stytch.rules;

import dev.keyway.RenewalToken;
import dev.keyway.SessionTokens;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A session that a caller hands in and a handle carries to the end of the flow. Stytch's tokens
 * have 44 characters; the limit leaves room beside an OAuth callback of 2000.
 */
public final class SealedSession {

  private static final int MOST_BYTES = 400;

  private SealedSession() {}

  /** The token to seal, of the option with that name. */
  public static Optional<RenewalToken> of(Optional<SessionTokens> session, String argument) {
    Optional<RenewalToken> token = session.map(SessionTokens::renewal);
    boolean tooLong =
        token
            .filter(t -> t.reveal().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES)
            .isPresent();
    if (tooLong) {
      throw Checks.invalidArgument(
          argument, "has a renewal token of more than " + MOST_BYTES + " bytes");
    }
    return token;
  }
}
