package dev.keyway.providers.handle;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * HKDF, apart from the keys: the JDK verifies Bouncy Castle's signed jar at its first class, which
 * is then when the first handle is sealed or opened.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5869">RFC 5869</a>
 */
final class Hkdf {

  private Hkdf() {}

  /** With SHA-256 and no salt. */
  static byte[] sha256(byte[] secret, byte[] info, int length) {
    HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
    hkdf.init(new HKDFParameters(secret, null, info));
    byte[] bytes = new byte[length];
    hkdf.generateBytes(bytes, 0, bytes.length);
    return bytes;
  }
}
