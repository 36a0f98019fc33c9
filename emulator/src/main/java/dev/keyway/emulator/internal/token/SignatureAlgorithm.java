package dev.keyway.emulator.internal.token;

/** Signs and verifies with one key pair. Safe for use by several threads at once. */
interface SignatureAlgorithm {
  /**
   * The name that headers of tokens have for it (<a
   * href="https://www.rfc-editor.org/rfc/rfc7518#section-3.1">RFC 7518, section 3.1</a>).
   */
  String name();

  /** The signature of {@code message}, in the form of RFC 7518. */
  byte[] sign(byte[] message);

  /** Whether {@code signature} is one of {@code message}. */
  boolean verify(byte[] message, byte[] signature);
}
