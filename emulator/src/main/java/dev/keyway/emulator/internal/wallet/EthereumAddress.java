package dev.keyway.emulator.internal.wallet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.encoders.Hex;

/**
 * The address of an account of Ethereum, in the case of letters that EIP-55 makes a checksum of.
 *
 * @param text as it is written
 * @see <a href="https://eips.ethereum.org/EIPS/eip-55">EIP-55</a>
 */
public record EthereumAddress(String text) {
  private static final Pattern FORM = Pattern.compile("0x[0-9a-fA-F]{40}");
  private static final int ADDRESS_BYTES = 20;
  private static final int HIGH = 8;

  /**
   * The address that somebody wrote: in the case of the checksum, or all letters in one case, which
   * is no checksum. Empty if it is none.
   */
  public static Optional<EthereumAddress> parse(String written) {
    if (!FORM.matcher(written).matches()) {
      return Optional.empty();
    }
    String digits = written.substring(2);
    EthereumAddress address = ofDigits(digits);
    boolean oneCase =
        digits.equals(digits.toLowerCase(Locale.ROOT))
            || digits.equals(digits.toUpperCase(Locale.ROOT));
    return Optional.of(address).filter(a -> oneCase || a.text.equals(written));
  }

  /** The address of a public key. */
  static EthereumAddress of(ECPoint publicKey) {
    byte[] encoded = publicKey.getEncoded(false);
    byte[] hash = keccak256(Arrays.copyOfRange(encoded, 1, encoded.length));
    return ofDigits(
        Hex.toHexString(Arrays.copyOfRange(hash, hash.length - ADDRESS_BYTES, hash.length)));
  }

  private static EthereumAddress ofDigits(String hexadecimal) {
    String digits = hexadecimal.toLowerCase(Locale.ROOT);
    String hash = Hex.toHexString(keccak256(digits.getBytes(StandardCharsets.US_ASCII)));
    StringBuilder text = new StringBuilder("0x");
    for (int i = 0; i < digits.length(); i++) {
      char digit = digits.charAt(i);
      boolean upper = Character.digit(hash.charAt(i), 16) >= HIGH;
      text.append(upper ? Character.toUpperCase(digit) : digit);
    }
    return new EthereumAddress(text.toString());
  }

  /** Keccak-256 as Ethereum has it, which is not the SHA-3 that came of it. */
  static byte[] keccak256(byte[] message) {
    KeccakDigest digest = new KeccakDigest(256);
    digest.update(message, 0, message.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return hash;
  }

  @Override
  public String toString() {
    return text;
  }
}
