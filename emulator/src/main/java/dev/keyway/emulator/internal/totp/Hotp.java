package dev.keyway.emulator.internal.totp;

import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * HMAC-based one-time passwords, apart from {@link Totp}: their classes are loaded when a code is
 * asked for.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4226">RFC 4226</a>
 */
final class Hotp {
  private static final int[] POWERS_OF_TEN = {1_000_000, 10_000_000, 100_000_000};

  private Hotp() {}

  /**
   * The value at {@code counter}.
   *
   * @param digits 6 to 8
   */
  static String code(TotpAlgorithm algorithm, byte[] key, long counter, int digits) {
    HMac hmac = new HMac(digest(algorithm));
    hmac.init(new KeyParameter(key));
    for (int shift = 56; shift >= 0; shift -= 8) {
      hmac.update((byte) (counter >>> shift));
    }
    byte[] mac = new byte[hmac.getMacSize()];
    hmac.doFinal(mac, 0);
    int offset = mac[mac.length - 1] & 0xf;
    int truncated =
        (mac[offset] & 0x7f) << 24
            | (mac[offset + 1] & 0xff) << 16
            | (mac[offset + 2] & 0xff) << 8
            | (mac[offset + 3] & 0xff);
    String value = Integer.toString(truncated % POWERS_OF_TEN[digits - 6]);
    return "0".repeat(digits - value.length()) + value;
  }

  private static ExtendedDigest digest(TotpAlgorithm algorithm) {
    return switch (algorithm) {
      case SHA1 -> new SHA1Digest();
      case SHA256 -> new SHA256Digest();
      case SHA512 -> new SHA512Digest();
    };
  }
}
