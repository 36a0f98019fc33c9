package dev.keyway.emulator.internal.stackauth.passkey;

import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.webauthn.WebAuthnRefusal;

/** How a refused passkey is told. */
final class PasskeyErrors {
  /** Where the service's WebAuthn library throws. */
  static final String BREAKS_ON = "a response of another ceremony, relying party or algorithm";

  private PasskeyErrors() {}

  /**
   * The error for a refusal. The service has one only for what its WebAuthn library answers with
   * "not verified"; where the library throws instead, the service fails.
   */
  static StackAuthFailure of(WebAuthnRefusal refusal, KnownError notVerified) {
    return told(refusal, notVerified).because(refusal.cause()).meaning("PASSKEY_REFUSED");
  }

  private static StackAuthFailure told(WebAuthnRefusal refusal, KnownError notVerified) {
    return switch (refusal.reason()) {
      case WRONG_ORIGIN, BAD_ATTESTATION, BAD_SIGNATURE, DUPLICATE_CREDENTIAL ->
          notVerified.failure();
      case MISSING_FIELD,
          MALFORMED_FIELD,
          WRONG_TYPE,
          WRONG_CHALLENGE,
          WRONG_RP_ID,
          USER_NOT_PRESENT,
          USER_NOT_VERIFIED,
          UNSUPPORTED_ALGORITHM,
          UNSUPPORTED_ATTESTATION,
          UNKNOWN_CREDENTIAL,
          WRONG_USER,
          COUNTER ->
          StackAuthFailure.uncaught(refusal.cause());
    };
  }

  /** A sign-in with a passkey that nobody has. */
  static StackAuthFailure unknownPasskey() {
    return KnownError.PASSKEY_AUTHENTICATION_FAILED.failure().saying("Passkey not found");
  }

  /** A page that may not use passkeys. */
  static StackAuthFailure untrustedOrigin(KnownError refusal) {
    return refusal.failure().saying("The origin of the page is not allowed for this project.");
  }

  /** A registration by nobody. */
  static StackAuthFailure nobody() {
    return StackAuthFailure.uncaught("Nobody is signed in.");
  }
}
