package dev.keyway.providers.totp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.util.encoders.Base32;

/**
 * A shared key with the parameters that every authenticator app knows: SHA-1, six digits, 30
 * seconds.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4226#section-5.3">RFC 4226, section 5.3</a>
 */
public final class TotpKey {

  private static final int BYTES = 20;
  private static final int MODULUS = 1_000_000;
  private static final long PERIOD_SECONDS = 30;

  private final byte[] bytes;

  private TotpKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A new one of 160 bits. */
  public static TotpKey next(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new TotpKey(bytes);
  }

  /** One whose bytes are known. */
  public static TotpKey of(byte[] bytes) {
    return new TotpKey(bytes.clone());
  }

  /** The key's bytes, a copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * The bytes in base 32 without padding, as authenticator apps take them.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc4648#section-6">RFC 4648, section 6</a>
   */
  public String base32() {
    return Base32.toBase32String(bytes).replace("=", "");
  }

  /** Whether this is the code of the time step that the moment is in, and of no other. */
  public boolean accepts(String code, Instant moment) {
    return MessageDigest.isEqual(
        code(moment).getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
  }

  /** The code of the time step that the moment is in. */
  String code(Instant moment) {
    HMac hmac = new HMac(new SHA1Digest());
    hmac.init(new KeyParameter(bytes));
    long step = Math.floorDiv(moment.getEpochSecond(), PERIOD_SECONDS);
    hmac.update(ByteBuffer.allocate(Long.BYTES).putLong(step).array(), 0, Long.BYTES);
    byte[] hash = new byte[hmac.getMacSize()];
    hmac.doFinal(hash, 0);
    int offset = hash[hash.length - 1] & 0xF;
    int truncated = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
    String digits = Integer.toString(truncated % MODULUS);
    return "0".repeat(6 - digits.length()) + digits;
  }

  @Override
  public String toString() {
    return "TotpKey[redacted]";
  }
}
