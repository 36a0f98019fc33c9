package dev.keyway.conformance;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.keyway.AccessToken;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.EnumSet;
import java.util.Set;

/** Forges with what anybody can have: the published keys and keys of its own. */
final class JoseForger implements Forger {

  private final URI jwks;

  JoseForger(URI jwks) {
    this.jwks = jwks;
  }

  @Override
  public Set<Flaw> flaws() {
    return EnumSet.of(
        Flaw.UNKNOWN_KEY, Flaw.STOLEN_KEY_ID, Flaw.ALG_NONE, Flaw.HMAC_WITH_PUBLIC_KEY);
  }

  @Override
  public AccessToken forge(AccessToken genuine, Flaw flaw) {
    try {
      SignedJWT token = SignedJWT.parse(genuine.reveal());
      JWTClaimsSet claims = token.getJWTClaimsSet();
      String keyId = token.getHeader().getKeyID();
      return AccessToken.of(
          switch (flaw) {
            case UNKNOWN_KEY -> signed(claims, token.getHeader().getAlgorithm(), "nobodys-key");
            case STOLEN_KEY_ID -> signed(claims, token.getHeader().getAlgorithm(), keyId);
            case ALG_NONE -> new PlainJWT(claims).serialize();
            case HMAC_WITH_PUBLIC_KEY -> hmac(claims, keyId);
            default -> throw new IllegalArgumentException(flaw + " needs the project's own key");
          });
    } catch (ParseException | JOSEException | IOException e) {
      throw new AssertionError("The forgery failed", e);
    }
  }

  private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, String keyId)
      throws JOSEException {
    JWSSigner signer =
        JWSAlgorithm.Family.EC.contains(algorithm)
            ? new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate())
            : new RSASSASigner(new RSAKeyGenerator(2048).generate());
    SignedJWT forged = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
    forged.sign(signer);
    return forged.serialize();
  }

  private String hmac(JWTClaimsSet claims, String keyId)
      throws JOSEException, IOException, ParseException {
    JWK key = JWKSet.load(jwks.toURL()).getKeyByKeyId(keyId);
    byte[] publicKey = ((AsymmetricJWK) key).toPublicKey().getEncoded();
    SignedJWT forged =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(keyId).build(), claims);
    forged.sign(new MACSigner(publicKey));
    return forged.serialize();
  }
}
