package dev.keyway.providers.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.keyway.AccessToken;
import java.math.BigInteger;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Issues tokens as a vendor does, and as a forger does. */
final class TokenMint {

  static final RSAKey RSA = rsa("rsa-1");
  static final RSAKey OTHER_RSA = rsa("rsa-2");
  static final ECKey EC = ec("ec-1");

  private final Clock clock;

  TokenMint(Clock clock) {
    this.clock = clock;
  }

  static String keySet(JWK... keys) {
    return new JWKSet(List.of(keys)).toString(true);
  }

  Map<String, @Nullable Object> claims() {
    long now = clock.instant().getEpochSecond();
    Map<String, @Nullable Object> claims = new LinkedHashMap<>();
    claims.put("iss", "issuer");
    claims.put("aud", List.of("project"));
    claims.put("sub", "user-1");
    claims.put("iat", now);
    claims.put("nbf", now);
    claims.put("exp", now + 300);
    return claims;
  }

  AccessToken token(JWK key) {
    return token(key, claims(), header -> {});
  }

  AccessToken token(JWK key, Consumer<Map<String, @Nullable Object>> change) {
    Map<String, @Nullable Object> claims = claims();
    change.accept(claims);
    return token(key, claims, header -> {});
  }

  AccessToken token(
      JWK key, Map<String, @Nullable Object> claims, Consumer<JWSHeader.Builder> change) {
    try {
      boolean rsa = key instanceof RSAKey;
      JWSHeader.Builder header =
          new JWSHeader.Builder(rsa ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256)
              .keyID(key.getKeyID());
      change.accept(header);
      JWSSigner signer = rsa ? new RSASSASigner(key.toRSAKey()) : new ECDSASigner(key.toECKey());
      JWSObject jws = new JWSObject(header.build(), new Payload(claims));
      jws.sign(signer);
      return AccessToken.of(jws.serialize());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same token with the other signature of ECDSA on P-256: (r, n−s) for (r, s). */
  static String twin(String token) {
    BigInteger n = Curve.P_256.toECParameterSpec().getOrder();
    int dot = token.lastIndexOf('.');
    byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
    byte[] s = n.subtract(new BigInteger(1, signature, 32, 32)).toByteArray();
    Arrays.fill(signature, 32, 64, (byte) 0);
    int length = Math.min(32, s.length);
    System.arraycopy(s, s.length - length, signature, 64 - length, length);
    return token.substring(0, dot + 1)
        + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }

  private static RSAKey rsa(String kid) {
    try {
      return new RSAKeyGenerator(2048).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECKey ec(String kid) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
