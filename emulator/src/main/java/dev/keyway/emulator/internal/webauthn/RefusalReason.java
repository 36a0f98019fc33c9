package dev.keyway.emulator.internal.webauthn;

/** Why a WebAuthn response was not accepted. */
public enum RefusalReason {
  /** A part of the credential is not there: see {@link WebAuthnRefusal#field()}. */
  MISSING_FIELD,
  /**
   * A part cannot be decoded, or is larger than any real one: see {@link WebAuthnRefusal#field()}.
   */
  MALFORMED_FIELD,
  /** The client data is of the other ceremony. */
  WRONG_TYPE,
  /** The client data answers another challenge. */
  WRONG_CHALLENGE,
  /** The page's origin is not one that may use the credential. */
  WRONG_ORIGIN,
  /** The authenticator signed for another relying party. */
  WRONG_RP_ID,
  /** The user-present flag is missing. */
  USER_NOT_PRESENT,
  /** The user-verified flag is missing and was required. */
  USER_NOT_VERIFIED,
  /** The new key's algorithm was not offered. */
  UNSUPPORTED_ALGORITHM,
  /** The attestation has a format that is not verified here. */
  UNSUPPORTED_ATTESTATION,
  /** The attestation does not prove what it says. */
  BAD_ATTESTATION,
  /** The credential is registered already. */
  DUPLICATE_CREDENTIAL,
  /** The assertion is by another credential than the expected one. */
  UNKNOWN_CREDENTIAL,
  /** The user handle is another user's. */
  WRONG_USER,
  /** The signature does not verify. */
  BAD_SIGNATURE,
  /** The signature counter did not grow: the key may have been cloned. */
  COUNTER
}
