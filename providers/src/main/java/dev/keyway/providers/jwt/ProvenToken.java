package dev.keyway.providers.jwt;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A token whose signature was right, with what was read from it last. */
final class ProvenToken {

  private final String kid;
  private final PublicKey key;
  private final Map<String, @Nullable Object> claims;
  private volatile @Nullable Known<?> last;

  private record Known<T>(JwtReading<T> reading, T value) {}

  ProvenToken(String kid, PublicKey key, Map<String, @Nullable Object> claims) {
    this.kid = kid;
    this.key = key;
    this.claims = claims;
  }

  String kid() {
    return kid;
  }

  PublicKey key() {
    return key;
  }

  Map<String, @Nullable Object> claims() {
    return claims;
  }

  /** What this reading read before, if it was the last one. */
  @SuppressWarnings("unchecked") // what is kept with a reading is what that reading read
  <T> @Nullable T known(JwtReading<T> reading) {
    Known<?> known = last;
    return known != null && known.reading() == reading ? (T) known.value() : null;
  }

  <T> T read(JwtReading<T> reading, VerifiedJwt token) {
    T value = reading.read(token);
    last = new Known<>(reading, value);
    return value;
  }
}
