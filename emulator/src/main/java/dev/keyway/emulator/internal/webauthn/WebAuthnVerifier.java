package dev.keyway.emulator.internal.webauthn;

/**
 * Verifies registrations and assertions.
 *
 * <p>The cryptography and the standard's procedure are the work of Yubico's library, which tells
 * why it refuses only in prose. So each check that a vendor answers differently is made here first,
 * in the standard's order, and gives a {@link RefusalReason}; the library then makes all of them
 * again, and nothing is accepted that it does not accept.
 *
 * <p>Without state, safe to share.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-rp-operations">WebAuthn section 7</a>
 */
public final class WebAuthnVerifier {
  /** A verifier. */
  public WebAuthnVerifier() {}

  /**
   * Verifies a registration. Attestations are verified, their makers are not looked up: any
   * authenticator may register.
   *
   * @throws WebAuthnRefusal if any check fails
   */
  public VerifiedRegistration register(
      RegistrationResponse response, RegistrationExpectation expected) throws WebAuthnRefusal {
    return new RegistrationCheck(response, expected).run();
  }

  /**
   * Verifies an assertion by one credential.
   *
   * @param stored the credential that {@link AssertionResponse#credentialId} names
   * @throws WebAuthnRefusal if any check fails; {@link RefusalReason#UNKNOWN_CREDENTIAL} if {@code
   *     stored} is another credential
   */
  public VerifiedAssertion authenticate(
      AssertionResponse response, StoredCredential stored, AssertionExpectation expected)
      throws WebAuthnRefusal {
    return new AssertionCheck(response, stored, expected).run();
  }
}
