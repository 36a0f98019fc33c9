package dev.keyway.providers.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.Optional;

/** The one signature algorithm that a vendor uses. */
public enum JwtAlgorithm {
  /** ECDSA on P-256. */
  ES256 {
    @Override
    JWSAlgorithm jose() {
      return JWSAlgorithm.ES256;
    }

    @Override
    Optional<SignatureCheck> check(JWK key) throws JOSEException {
      return key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve())
          ? Optional.of(new Es256Check(ec))
          : Optional.empty();
    }
  },
  /** RSA with PKCS #1 v1.5, keys of at least 2048 bits, by the JDK: the faster one for RSA. */
  RS256 {
    @Override
    JWSAlgorithm jose() {
      return JWSAlgorithm.RS256;
    }

    @Override
    Optional<SignatureCheck> check(JWK key) throws JOSEException {
      return key instanceof RSAKey rsa && rsa.size() >= MIN_RSA_BITS
          ? Optional.of(new Rs256Check(rsa.toRSAPublicKey()))
          : Optional.empty();
    }
  };

  private static final int MIN_RSA_BITS = 2048;

  abstract JWSAlgorithm jose();

  /** Empty when the key is not of this algorithm. */
  abstract Optional<SignatureCheck> check(JWK key) throws JOSEException;
}
