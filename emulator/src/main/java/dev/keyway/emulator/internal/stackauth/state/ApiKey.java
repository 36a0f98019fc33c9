package dev.keyway.emulator.internal.stackauth.state;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A key that a user or a team gives to programs. Immutable; {@link ApiKeys} keeps the present state
 * of each.
 *
 * @param id which key
 * @param holder what holds it
 * @param holderId which user or team
 * @param value the key itself
 * @param description what it is for
 * @param shared whether everybody may know it
 * @param createdAt when it was made
 * @param expiresAt when it ceases to be good; null for never
 * @param revokedAt when it was revoked; null if it was not
 */
public record ApiKey(
    String id,
    Holder holder,
    String holderId,
    String value,
    String description,
    boolean shared,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt) {

  /** What holds keys. */
  public enum Holder {
    USER,
    TEAM;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same, for something else. */
  public ApiKey described(String words) {
    return new ApiKey(id, holder, holderId, value, words, shared, createdAt, expiresAt, revokedAt);
  }

  /** The same, revoked; the first revocation stays. */
  public ApiKey revoked(Instant now) {
    return revokedAt != null
        ? this
        : new ApiKey(id, holder, holderId, value, description, shared, createdAt, expiresAt, now);
  }

  /** Whether it has expired; at its last moment it is still good. */
  public boolean expiredAt(Instant now) {
    return expiresAt != null && expiresAt.isBefore(now);
  }

  /** Which key it is, not the key. */
  @Override
  public String toString() {
    return "ApiKey[" + id + "]";
  }
}
