package dev.keyway.emulator.internal.webauthn;

import java.util.Objects;

/**
 * What an assertion must answer to.
 *
 * @param challenge what was sent to the browser
 * @param origins which pages may sign in, with the relying party id of each
 * @param userVerificationRequired whether the user-verified flag must be set
 * @param userHandleIgnored whether a user handle of somebody else is let pass, as one vendor does,
 *     who finds the user by the credential id alone
 */
public record AssertionExpectation(
    Octets challenge,
    OriginRule origins,
    boolean userVerificationRequired,
    boolean userHandleIgnored) {
  /** Refuses nulls. */
  public AssertionExpectation {
    Objects.requireNonNull(challenge, "challenge");
    Objects.requireNonNull(origins, "origins");
  }

  /** No user verification demanded; a user handle, if sent, must be the credential's. */
  public static AssertionExpectation of(Octets challenge, OriginRule origins) {
    return new AssertionExpectation(challenge, origins, false, false);
  }

  /** The same, with user verification demanded. */
  public AssertionExpectation requiringUserVerification() {
    return new AssertionExpectation(challenge, origins, true, userHandleIgnored);
  }

  /** The same, without a look at the user handle. */
  public AssertionExpectation ignoringUserHandle() {
    return new AssertionExpectation(challenge, origins, userVerificationRequired, true);
  }
}
