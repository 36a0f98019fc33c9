package dev.keyway.providers.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.Retry;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys that a project published at a time. */
final class KeySet {

  private static final int MAX_KEYS = 100;

  private final Map<String, PublicKey> keys;
  private final Instant fetchedAt;

  private KeySet(Map<String, PublicKey> keys, Instant fetchedAt) {
    this.keys = Map.copyOf(keys);
    this.fetchedAt = fetchedAt;
  }

  /**
   * Reads a key set; an unchanged key stays the same object. A key that can't be used is left out
   * (RFC 7517, section 5), and so are different ones under one name.
   */
  static KeySet parse(
      String json, JwtAlgorithm algorithm, Instant fetchedAt, @Nullable KeySet before) {
    Map<String, PublicKey> keys = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (Object item : items(json)) {
      PublicKey key = usable(item, algorithm).orElse(null);
      if (key != null) {
        String kid = key.jwk().getKeyID();
        PublicKey same =
            before == null
                ? key
                : before.find(kid).filter(old -> old.jwk().equals(key.jwk())).orElse(key);
        PublicKey other = keys.putIfAbsent(kid, same);
        if (other != null && !other.jwk().equals(key.jwk())) {
          ambiguous.add(kid);
        }
      }
    }
    keys.keySet().removeAll(ambiguous);
    return new KeySet(keys, fetchedAt);
  }

  private static List<?> items(String json) {
    try {
      if (JSONObjectUtils.parse(json).get("keys") instanceof List<?> items
          && items.size() <= MAX_KEYS) {
        return items;
      }
    } catch (ParseException | RuntimeException e) {
      throw invalid();
    }
    throw invalid();
  }

  private static Optional<PublicKey> usable(@Nullable Object item, JwtAlgorithm algorithm) {
    try {
      JWK jwk = item instanceof Map<?, ?> fields ? JWK.parse(texts(fields)) : null;
      if (jwk == null
          || jwk.getKeyID() == null
          || jwk.getKeyID().isBlank()
          || jwk.isPrivate()
          || (jwk.getKeyUse() != null && !KeyUse.SIGNATURE.equals(jwk.getKeyUse()))
          || (jwk.getAlgorithm() != null && !algorithm.jose().equals(jwk.getAlgorithm()))
          || (jwk.getKeyOperations() != null
              && !jwk.getKeyOperations().contains(KeyOperation.VERIFY))) {
        return Optional.empty();
      }
      return algorithm.check(jwk).map(check -> new PublicKey(jwk, check));
    } catch (ParseException | JOSEException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Map<String, @Nullable Object> texts(Map<?, ?> fields) {
    Map<String, @Nullable Object> copy = new HashMap<>();
    fields.forEach((name, value) -> copy.put(String.valueOf(name), value));
    return copy;
  }

  private static AuthException invalid() {
    return AuthException.of(
        ErrorCode.INVALID_RESPONSE,
        "The provider's key set is not one (RFC 7517) of at most " + MAX_KEYS + " keys",
        Retry.SAFE_LATER,
        (Throwable) null);
  }

  Optional<PublicKey> find(String kid) {
    return Optional.ofNullable(keys.get(kid));
  }

  Instant fetchedAt() {
    return fetchedAt;
  }
}
