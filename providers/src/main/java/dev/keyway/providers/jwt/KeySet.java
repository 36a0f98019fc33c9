package dev.keyway.providers.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.Retry;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys that a project published at a time. */
final class KeySet {

  private final Map<String, PublicKey> keys;
  private final Instant fetchedAt;

  private KeySet(Map<String, PublicKey> keys, Instant fetchedAt) {
    this.keys = Map.copyOf(keys);
    this.fetchedAt = fetchedAt;
  }

  /** Reads a key set; an unchanged key stays the same object. */
  static KeySet parse(
      String json, JwtAlgorithm algorithm, Instant fetchedAt, @Nullable KeySet before) {
    Map<String, PublicKey> keys = new HashMap<>();
    try {
      for (JWK jwk : JWKSet.parse(json).getKeys()) {
        if (jwk.getKeyID() != null && !KeyUse.ENCRYPTION.equals(jwk.getKeyUse())) {
          Optional<PublicKey> known =
              before == null
                  ? Optional.empty()
                  : before.find(jwk.getKeyID()).filter(old -> old.jwk().equals(jwk));
          if (known.isPresent()) {
            keys.put(jwk.getKeyID(), known.get());
          } else {
            Optional<JWSVerifier> verifier = algorithm.verifier(jwk);
            verifier.ifPresent(v -> keys.put(jwk.getKeyID(), new PublicKey(jwk, v)));
          }
        }
      }
    } catch (ParseException | JOSEException | RuntimeException e) {
      throw AuthException.of(
          ErrorCode.INVALID_RESPONSE,
          "The provider's key set is not one (RFC 7517)",
          Retry.SAFE_LATER,
          (Throwable) null);
    }
    return new KeySet(keys, fetchedAt);
  }

  Optional<PublicKey> find(String kid) {
    return Optional.ofNullable(keys.get(kid));
  }

  Instant fetchedAt() {
    return fetchedAt;
  }
}
