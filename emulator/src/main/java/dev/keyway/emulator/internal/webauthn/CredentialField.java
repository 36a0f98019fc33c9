package dev.keyway.emulator.internal.webauthn;

/** The parts of a submitted credential, to tell which one a refusal is about. */
public enum CredentialField {
  /** The JSON as a whole. */
  CREDENTIAL,
  /** {@code id}. */
  ID,
  /** {@code rawId}. */
  RAW_ID,
  /** {@code type}. */
  TYPE,
  /** {@code response}. */
  RESPONSE,
  /** {@code response.clientDataJSON}. */
  CLIENT_DATA_JSON,
  /** {@code response.attestationObject}. */
  ATTESTATION_OBJECT,
  /** {@code response.authenticatorData}. */
  AUTHENTICATOR_DATA,
  /** {@code response.signature}. */
  SIGNATURE,
  /** {@code response.userHandle}. */
  USER_HANDLE
}
