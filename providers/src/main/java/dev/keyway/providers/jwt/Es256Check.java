package dev.keyway.providers.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.spec.ECPoint;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;

/**
 * ECDSA on P-256 with Bouncy Castle's arithmetic: five times as fast as the JDK 17's own. It is
 * called without Bouncy Castle's security provider, whose 518 classes take a tenth of a second to
 * load.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-3.4">RFC 7518, section 3.4</a>
 */
final class Es256Check implements SignatureCheck {
  /** Bytes of each of a signature's two numbers. */
  private static final int HALF = 32;

  private static final ECDomainParameters P256 = domain();

  private final ECPublicKeyParameters key;

  /**
   * Checks with {@code jwk}.
   *
   * @throws JOSEException if its point is not on the curve
   */
  Es256Check(ECKey jwk) throws JOSEException {
    ECPoint point = jwk.toECPublicKey().getW();
    try {
      this.key =
          new ECPublicKeyParameters(
              P256.getCurve().createPoint(point.getAffineX(), point.getAffineY()), P256);
    } catch (IllegalArgumentException e) {
      throw new JOSEException("The key is no point of P-256", e);
    }
  }

  private static ECDomainParameters domain() {
    X9ECParameters curve = CustomNamedCurves.getByName("secp256r1");
    return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
  }

  @Override
  public boolean isRight(byte[] signed, byte[] signature) {
    if (signature.length != 2 * HALF) {
      return false;
    }
    ECDSASigner verifier = new ECDSASigner();
    verifier.init(false, key);
    return verifier.verifySignature(
        sha256(signed),
        new BigInteger(1, Arrays.copyOf(signature, HALF)),
        new BigInteger(1, Arrays.copyOfRange(signature, HALF, 2 * HALF)));
  }

  private static byte[] sha256(byte[] message) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(message);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
