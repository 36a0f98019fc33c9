package dev.keyway.emulator.internal.stytch.webauthn;

import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.webauthn.WebAuthnRefusal;

/** How a refused credential is told. */
final class WebAuthnErrors {
  private WebAuthnErrors() {}

  /**
   * The error for a refusal. Which of the vendor's variants is used where is inferred from their
   * names.
   *
   * @param unproved what is told when the credential is in form and proves nothing
   */
  static StytchFailure of(WebAuthnRefusal refusal, StytchError unproved) {
    return told(refusal, unproved).because(refusal.cause());
  }

  private static StytchFailure told(WebAuthnRefusal refusal, StytchError unproved) {
    return switch (refusal.reason()) {
      case MISSING_FIELD, MALFORMED_FIELD, UNSUPPORTED_ALGORITHM, UNSUPPORTED_ATTESTATION ->
          StytchError.INVALID_PUBLIC_KEY_CREDENTIAL.failure(
              "The credential is not valid"
                  + refusal.field().map(field -> ": " + field).orElse("")
                  + ".");
      case DUPLICATE_CREDENTIAL -> StytchError.DUPLICATE_WEBAUTHN_REGISTRATION.failure();
      case UNKNOWN_CREDENTIAL -> StytchError.WEBAUTHN_REGISTRATION_NOT_FOUND.failure();
      case WRONG_TYPE,
          WRONG_CHALLENGE,
          WRONG_ORIGIN,
          WRONG_RP_ID,
          USER_NOT_PRESENT,
          USER_NOT_VERIFIED,
          BAD_ATTESTATION,
          WRONG_USER,
          BAD_SIGNATURE,
          COUNTER ->
          unproved.failure();
    };
  }
}
