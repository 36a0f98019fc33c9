package dev.keyway.emulator.internal.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import dev.keyway.emulator.internal.random.Randomness;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Objects;

/** A key pair with a name that signs tokens: ES256 for P-256 keys, RS256 for RSA keys. */
public final class SigningKey {
  private final String kid;
  private final KeyPair pair;
  private final JWSAlgorithm algorithm;
  private final JWSSigner signer;
  private final JWSVerifier verifier;

  private SigningKey(
      String kid, KeyPair pair, JWSAlgorithm algorithm, JWSSigner signer, JWSVerifier verifier) {
    this.kid = Objects.requireNonNull(kid, "kid");
    this.pair = pair;
    this.algorithm = algorithm;
    this.signer = signer;
    this.verifier = verifier;
  }

  /** A P-256 key, with the providers that compute with it; see {@link EcKeys}. */
  static SigningKey es256(String kid, KeyPair pair, Provider signing, Provider verifying) {
    try {
      ECDSASigner signer = new ECDSASigner((ECPrivateKey) pair.getPrivate(), Curve.P_256);
      signer.getJCAContext().setProvider(signing);
      ECDSAVerifier verifier = new ECDSAVerifier((ECPublicKey) pair.getPublic());
      verifier.getJCAContext().setProvider(verifying);
      return new SigningKey(kid, pair, JWSAlgorithm.ES256, signer, verifier);
    } catch (JOSEException e) {
      throw new IllegalStateException("Cannot sign with a P-256 key", e);
    }
  }

  /** An RSA key, computed with by the platform itself. */
  public static SigningKey rs256(String kid, KeyPair pair) {
    return new SigningKey(
        kid,
        pair,
        JWSAlgorithm.RS256,
        new RSASSASigner((RSAPrivateKey) pair.getPrivate()),
        new RSASSAVerifier((RSAPublicKey) pair.getPublic()));
  }

  /** A new key of the same kind that no verifier knows, computed with by the platform itself. */
  SigningKey stranger(String strangersKid, Randomness random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(pair.getPublic().getAlgorithm());
      if (pair.getPublic() instanceof RSAPublicKey rsa) {
        generator.initialize(rsa.getModulus().bitLength(), random.source());
        return rs256(strangersKid, generator.generateKeyPair());
      }
      generator.initialize(((ECPublicKey) pair.getPublic()).getParams(), random.source());
      KeyPair fresh = generator.generateKeyPair();
      return new SigningKey(
          strangersKid,
          fresh,
          algorithm,
          new ECDSASigner((ECPrivateKey) fresh.getPrivate()),
          new ECDSAVerifier((ECPublicKey) fresh.getPublic()));
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException("Cannot make a key like " + kid, e);
    }
  }

  /** The name by which verifiers find it. */
  public String kid() {
    return kid;
  }

  /** The pair itself. */
  public KeyPair pair() {
    return pair;
  }

  /** Signs {@code payload} with a header of the given builder, to which the key's name is added. */
  public String sign(JWSHeader.Builder header, String payload) {
    JWSObject token = new JWSObject(header.keyID(kid).build(), new Payload(payload));
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("Cannot sign with key " + kid, e);
    }
    return token.serialize();
  }

  /** A header builder for this key's algorithm. */
  public JWSHeader.Builder header() {
    return new JWSHeader.Builder(algorithm);
  }

  /** Whether {@code token} has this key's algorithm and a signature made by it. */
  public boolean verifies(JWSObject token) {
    try {
      return algorithm.equals(token.getHeader().getAlgorithm()) && token.verify(verifier);
    } catch (JOSEException e) {
      return false;
    }
  }
}
