package dev.keyway.emulator.internal.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.Forgery;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.random.Randomness;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

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
   * @param type the header's {@code typ}, if the service sets one
   * @param strangersKid a name in the service's form for a key that is not the project's
   */
  public String sign(SigningKey key, @Nullable String type, String payload, String strangersKid) {
    return switch (how) {
      case UNKNOWN_KEY -> key.stranger(strangersKid, random).sign(type, payload);
      case NO_SIGNATURE ->
          CompactJws.of(CompactJws.unsigned("{\"alg\":\"none\"}", payload), new byte[0]);
      case PUBLIC_KEY_AS_SECRET -> hmac(key, payload);
      case BROKEN_SIGNATURE -> broken(key.sign(type, payload));
      default -> key.sign(type, payload);
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
    String header = Json.write(Json.object().put("alg", "HS256").put("kid", key.kid()));
    String unsigned = CompactJws.unsigned(header, payload);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.pair().getPublic().getEncoded(), "HmacSHA256"));
      return CompactJws.of(unsigned, mac.doFinal(unsigned.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC with SHA-256", e);
    }
  }

  private static String broken(String token) {
    int dot = token.lastIndexOf('.');
    byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
    signature[signature.length - 1] ^= 1;
    return token.substring(0, dot + 1)
        + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }
}
