package dev.keyway.emulator.internal.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.MACSigner;
import dev.keyway.emulator.Forgery;
import dev.keyway.emulator.internal.random.Randomness;
import java.time.Duration;
import java.util.Base64;

/** Puts one flaw into a token that would be genuine without it. */
public final class Forger {
  private static final long HOUR = Duration.ofHours(1).toSeconds();

  private final Forgery how;
  private final Randomness random;

  /** Makes a forger of one flaw. */
  public Forger(Forgery how, Randomness random) {
    this.how = how;
    this.random = random;
  }

  /**
   * Changes claims, if the flaw is one of theirs.
   *
   * @param claims with {@code iat}, {@code exp}, {@code aud} and {@code iss}
   * @param foreignAudience another project's
   * @param foreignIssuer another project's
   */
  public void spoil(ObjectNode claims, String foreignAudience, String foreignIssuer) {
    switch (how) {
      case EXPIRED -> {
        long life = claims.path("exp").longValue() - claims.path("iat").longValue();
        shift(claims, -life - HOUR);
      }
      case NOT_YET_VALID -> {
        shift(claims, HOUR);
        claims.put("nbf", claims.path("iat").longValue());
      }
      case WRONG_AUDIENCE -> {
        if (claims.path("aud").isArray()) {
          claims.putArray("aud").add(foreignAudience);
        } else {
          claims.put("aud", foreignAudience);
        }
      }
      case WRONG_ISSUER -> claims.put("iss", foreignIssuer);
      default -> {
        // The others are flaws of the signature.
      }
    }
  }

  /**
   * Signs, or doesn't, if that is the flaw.
   *
   * @param key the project's
   * @param header as the service would make it
   * @param strangersKid a name in the service's form for a key that is not the project's
   */
  public String sign(
      SigningKey key, JWSHeader.Builder header, String payload, String strangersKid) {
    return switch (how) {
      case UNKNOWN_KEY -> key.stranger(strangersKid, random).sign(header, payload);
      case NO_SIGNATURE -> new PlainObject(new PlainHeader(), new Payload(payload)).serialize();
      case PUBLIC_KEY_AS_SECRET -> hmac(key, payload);
      case BROKEN_SIGNATURE -> broken(key.sign(header, payload));
      default -> key.sign(header, payload);
    };
  }

  private static void shift(ObjectNode claims, long seconds) {
    for (String name : new String[] {"iat", "nbf", "exp"}) {
      if (claims.has(name)) {
        claims.put(name, claims.path(name).longValue() + seconds);
      }
    }
  }

  private static String hmac(SigningKey key, String payload) {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.kid()).build();
    JWSObject token = new JWSObject(header, new Payload(payload));
    try {
      token.sign(new MACSigner(key.pair().getPublic().getEncoded()));
    } catch (JOSEException e) {
      throw new IllegalStateException("A public key is no secret for HS256", e);
    }
    return token.serialize();
  }

  private static String broken(String token) {
    int dot = token.lastIndexOf('.');
    byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
    signature[signature.length - 1] ^= 1;
    return token.substring(0, dot + 1)
        + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }
}
