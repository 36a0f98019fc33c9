package dev.keyway.emulator.device;

import java.util.Optional;

/**
 * Signature algorithms of the virtual authenticator.
 *
 * @see <a href="https://www.iana.org/assignments/cose/cose.xhtml#algorithms">COSE algorithms</a>
 */
public enum KeyAlgorithm {
  /** ECDSA on P-256 with SHA-256, nonces by RFC 6979. */
  ES256(-7),
  /** RSA PKCS#1 v1.5 with SHA-256, keys of 2048 bits. Making a key takes a fraction of a second. */
  RS256(-257),
  /** Ed25519. */
  EDDSA(-8);

  private final int coseId;

  KeyAlgorithm(int coseId) {
    this.coseId = coseId;
  }

  /** The number by which {@code pubKeyCredParams} names it. */
  public int coseId() {
    return coseId;
  }

  static Optional<KeyAlgorithm> ofCoseId(int coseId) {
    for (KeyAlgorithm algorithm : values()) {
      if (algorithm.coseId == coseId) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }
}
