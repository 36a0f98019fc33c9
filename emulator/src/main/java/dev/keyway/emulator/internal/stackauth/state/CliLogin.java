package dev.keyway.emulator.internal.stackauth.state;

import java.time.Instant;
import java.util.Optional;

/**
 * A sign-in that a program on a command line waits for. Immutable; {@link CliLogins} keeps the
 * present state of each.
 *
 * @param pollingCode what the program asks with
 * @param loginCode what the browser brings
 * @param expiresAt until when it can be completed and asked for
 * @param refreshToken what the browser gave; empty until then
 * @param anonymousToken of the anonymous user that the program has already
 * @param used whether the program has got the refresh token
 */
public record CliLogin(
    String pollingCode,
    String loginCode,
    Instant expiresAt,
    Optional<String> refreshToken,
    Optional<String> anonymousToken,
    boolean used) {

  public boolean expiredAt(Instant now) {
    return expiresAt.isBefore(now);
  }

  /** Whether a browser may still complete it. */
  public boolean waitingAt(Instant now) {
    return refreshToken.isEmpty() && !used && !expiredAt(now);
  }

  /** The same, completed. */
  public CliLogin completed(String token) {
    return new CliLogin(
        pollingCode, loginCode, expiresAt, Optional.of(token), Optional.empty(), used);
  }

  /** The same, whose anonymous user a browser took over. */
  public CliLogin claimed() {
    return new CliLogin(pollingCode, loginCode, expiresAt, refreshToken, Optional.empty(), used);
  }

  /** The same, of which the program has what it waited for. */
  public CliLogin spent() {
    return new CliLogin(pollingCode, loginCode, expiresAt, refreshToken, anonymousToken, true);
  }

  /** When it expires, no code. */
  @Override
  public String toString() {
    return "CliLogin[expires " + expiresAt + "]";
  }
}
