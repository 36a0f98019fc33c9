package dev.keyway.emulator;

/** What is wrong with a forged token. Whatever is not named is as in a genuine one. */
public enum Forgery {
  /** Nothing: the service itself would issue it. */
  VALID,
  /** Expired an hour ago, signed with the project's key. */
  EXPIRED,
  /** Not valid before an hour from now, signed with the project's key. */
  NOT_YET_VALID,
  /** For another project, signed with the project's key. */
  WRONG_AUDIENCE,
  /** By another issuer, signed with the project's key. */
  WRONG_ISSUER,
  /** Signed with a key that the project never published. */
  UNKNOWN_KEY,
  /**
   * With algorithm {@code none} and no signature.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-3.6">RFC 7518, section 3.6</a>
   */
  NO_SIGNATURE,
  /**
   * With algorithm HS256 under the name of the project's key, whose public half (its
   * SubjectPublicKeyInfo, DER) is the secret.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc8725#section-2.1">RFC 8725, section 2.1</a>
   */
  PUBLIC_KEY_AS_SECRET,
  /** Signed with the project's key, one bit of the signature flipped since. */
  BROKEN_SIGNATURE
}
