package dev.keyway.emulator.device;

import com.upokecenter.cbor.CBORObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/**
 * A key pair of one credential. Signing draws no randomness, so with the same source of keys an
 * authenticator gives the same answers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9053#section-7">RFC 9053 section 7, COSE keys</a>
 */
final class CredentialKey {
  private static final BigInteger RSA_EXPONENT = BigInteger.valueOf(65537);
  private static final int RSA_BITS = 2048;
  private static final int RSA_CERTAINTY = 100;

  private final KeyAlgorithm algorithm;
  private final AsymmetricCipherKeyPair pair;

  private CredentialKey(KeyAlgorithm algorithm, AsymmetricCipherKeyPair pair) {
    this.algorithm = algorithm;
    this.pair = pair;
  }

  static CredentialKey generate(KeyAlgorithm algorithm, SecureRandom random) {
    return new CredentialKey(
        algorithm,
        switch (algorithm) {
          case ES256 -> {
            ECKeyPairGenerator generator = new ECKeyPairGenerator();
            generator.init(new ECKeyGenerationParameters(p256(), random));
            yield generator.generateKeyPair();
          }
          case RS256 -> {
            RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
            generator.init(
                new RSAKeyGenerationParameters(RSA_EXPONENT, random, RSA_BITS, RSA_CERTAINTY));
            yield generator.generateKeyPair();
          }
          case EDDSA -> {
            Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
            generator.init(new Ed25519KeyGenerationParameters(random));
            yield generator.generateKeyPair();
          }
        });
  }

  KeyAlgorithm algorithm() {
    return algorithm;
  }

  byte[] sign(byte[] message) {
    return switch (algorithm) {
      case ES256 -> signEcdsa(message);
      case RS256 -> sign(new RSADigestSigner(new SHA256Digest()), message);
      case EDDSA -> sign(new Ed25519Signer(), message);
    };
  }

  CBORObject cose() {
    AsymmetricKeyParameter key = pair.getPublic();
    CBORObject cose = CBORObject.NewMap().Add(3, algorithm.coseId());
    return switch (algorithm) {
      case ES256 -> {
        ECPublicKeyParameters ec = (ECPublicKeyParameters) key;
        yield cose.Add(1, 2)
            .Add(-1, 1)
            .Add(-2, ec.getQ().getAffineXCoord().getEncoded())
            .Add(-3, ec.getQ().getAffineYCoord().getEncoded());
      }
      case RS256 -> {
        RSAKeyParameters rsa = (RSAKeyParameters) key;
        yield cose.Add(1, 3).Add(-1, unsigned(rsa.getModulus())).Add(-2, unsigned(RSA_EXPONENT));
      }
      case EDDSA ->
          cose.Add(1, 1).Add(-1, 6).Add(-2, ((Ed25519PublicKeyParameters) key).getEncoded());
    };
  }

  /** The public key as browsers give it to pages: a SubjectPublicKeyInfo. */
  byte[] spki() {
    try {
      return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic()).getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] signEcdsa(byte[] message) {
    SHA256Digest digest = new SHA256Digest();
    digest.update(message, 0, message.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, pair.getPrivate());
    BigInteger[] rs = signer.generateSignature(hash);
    ASN1EncodableVector sequence = new ASN1EncodableVector();
    sequence.add(new ASN1Integer(rs[0]));
    sequence.add(new ASN1Integer(rs[1]));
    try {
      return new DERSequence(sequence).getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] sign(Signer signer, byte[] message) {
    signer.init(true, pair.getPrivate());
    signer.update(message, 0, message.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException("a key of our own does not sign", e);
    }
  }

  private static ECNamedDomainParameters p256() {
    return new ECNamedDomainParameters(
        SECObjectIdentifiers.secp256r1, NISTNamedCurves.getByName("P-256"));
  }

  private static byte[] unsigned(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }
}
