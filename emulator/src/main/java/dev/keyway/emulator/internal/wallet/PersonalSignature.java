package dev.keyway.emulator.internal.wallet;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * What {@code personal_sign} makes: a signature of secp256k1 of a text with a prefix, from which
 * the signer's address can be told.
 *
 * @see <a href="https://eips.ethereum.org/EIPS/eip-191">EIP-191</a>
 */
public final class PersonalSignature {
  /** How long one is: r and s, and which of the keys that fit it is. */
  public static final int BYTES = 65;

  private static final int NUMBER_BYTES = 32;
  private static final int FIRST_RECOVERY = 27;
  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
  private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);
  private static final BigInteger HALF = CURVE.getN().shiftRight(1);

  private PersonalSignature() {}

  /** The address of the account with a private key; empty if there is no such key. */
  public static Optional<EthereumAddress> address(BigInteger privateKey) {
    return isKey(privateKey)
        ? Optional.of(EthereumAddress.of(CURVE.getG().multiply(privateKey).normalize()))
        : Optional.empty();
  }

  /** Signs a text; the same text has the same signature (RFC 6979). */
  public static byte[] sign(BigInteger privateKey, String text) {
    byte[] hash = hash(text);
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(privateKey, DOMAIN));
    BigInteger[] pair = signer.generateSignature(hash);
    BigInteger r = pair[0];
    // Of s and -s Ethereum takes the smaller one (EIP-2).
    BigInteger s = pair[1].compareTo(HALF) > 0 ? CURVE.getN().subtract(pair[1]) : pair[1];
    EthereumAddress own = address(privateKey).orElseThrow();
    for (int recovery = 0; recovery < 2; recovery++) {
      if (recover(hash, r, s, recovery).filter(own::equals).isPresent()) {
        byte[] signature = new byte[BYTES];
        System.arraycopy(BigIntegers.asUnsignedByteArray(NUMBER_BYTES, r), 0, signature, 0, 32);
        System.arraycopy(BigIntegers.asUnsignedByteArray(NUMBER_BYTES, s), 0, signature, 32, 32);
        signature[BYTES - 1] = (byte) (FIRST_RECOVERY + recovery);
        return signature;
      }
    }
    throw new IllegalStateException("A signature that its own key does not fit");
  }

  /**
   * Who signed a text. Any signature of the right form is somebody's: whoever asks compares.
   *
   * @param signature {@value #BYTES} bytes
   */
  public static Optional<EthereumAddress> signer(String text, byte[] signature) {
    BigInteger r = new BigInteger(1, Arrays.copyOfRange(signature, 0, NUMBER_BYTES));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, NUMBER_BYTES, BYTES - 1));
    int last = signature[BYTES - 1] & 0xff;
    // Some wallets count from zero.
    int recovery = last >= FIRST_RECOVERY ? last - FIRST_RECOVERY : last;
    return isKey(r) && isKey(s) && (recovery == 0 || recovery == 1)
        ? recover(hash(text), r, s, recovery)
        : Optional.empty();
  }

  /** The key that made a signature (SEC 1, section 4.1.6), and its address. */
  private static Optional<EthereumAddress> recover(
      byte[] hash, BigInteger r, BigInteger s, int recovery) {
    byte[] compressed = new byte[1 + NUMBER_BYTES];
    compressed[0] = (byte) (2 + recovery);
    System.arraycopy(BigIntegers.asUnsignedByteArray(NUMBER_BYTES, r), 0, compressed, 1, 32);
    ECPoint point;
    try {
      point = CURVE.getCurve().decodePoint(compressed);
    } catch (IllegalArgumentException notOnTheCurve) {
      return Optional.empty();
    }
    BigInteger n = CURVE.getN();
    BigInteger inverse = BigIntegers.modOddInverse(n, r);
    BigInteger e = new BigInteger(1, hash);
    ECPoint key =
        ECAlgorithms.sumOfTwoMultiplies(
                CURVE.getG(),
                e.negate().mod(n).multiply(inverse).mod(n),
                point,
                s.multiply(inverse).mod(n))
            .normalize();
    return key.isInfinity() ? Optional.empty() : Optional.of(EthereumAddress.of(key));
  }

  private static boolean isKey(BigInteger number) {
    return number.signum() > 0 && number.compareTo(CURVE.getN()) < 0;
  }

  private static byte[] hash(String text) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    byte[] prefix =
        ("\u0019Ethereum Signed Message:\n" + message.length).getBytes(StandardCharsets.UTF_8);
    byte[] whole = Arrays.copyOf(prefix, prefix.length + message.length);
    System.arraycopy(message, 0, whole, prefix.length, message.length);
    return EthereumAddress.keccak256(whole);
  }
}
