package dev.keyway;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session: who signed in, how and until when.
 *
 * <p>Two values are equal when they are the same session ({@link #id()}). {@link #toString()} shows
 * ids only.
 */
public final class Session {

  private final SessionId id;
  private final UserId userId;
  private final @Nullable Instant startedAt;
  private final @Nullable Instant lastUsedAt;
  private final @Nullable Instant expiresAt;
  private final @Nullable Instant accessTokenExpiresAt;
  private final List<AuthenticationFactor> factors;
  private final boolean anonymous;
  private final boolean restricted;
  private final boolean impersonation;
  private final Map<String, @Nullable Object> claims;

  private Session(Builder builder) {
    this.id = builder.id;
    this.userId = builder.userId;
    this.startedAt = builder.startedAt;
    this.lastUsedAt = builder.lastUsedAt;
    this.expiresAt = builder.expiresAt;
    this.accessTokenExpiresAt = builder.accessTokenExpiresAt;
    this.factors = builder.factors;
    this.anonymous = builder.anonymous;
    this.restricted = builder.restricted;
    this.impersonation = builder.impersonation;
    this.claims = builder.claims;
  }

  /** A builder, for providers and tests. */
  public static Builder builder(SessionId id, UserId userId) {
    return new Builder(id, userId);
  }

  /** The identifier at the provider. */
  public SessionId id() {
    return id;
  }

  /** Whose session it is. */
  public UserId userId() {
    return userId;
  }

  /** When it began, if the provider says. */
  public Optional<Instant> startedAt() {
    return Optional.ofNullable(startedAt);
  }

  /** When it was last used, if the provider says. */
  public Optional<Instant> lastUsedAt() {
    return Optional.ofNullable(lastUsedAt);
  }

  /** When the session ends, if the provider says; not the access token. */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  /** When the access token that this value was read from expires, if it was read from one. */
  public Optional<Instant> accessTokenExpiresAt() {
    return Optional.ofNullable(accessTokenExpiresAt);
  }

  /** The proofs it rests on, oldest first; empty where the provider does not say. */
  public List<AuthenticationFactor> factors() {
    return factors;
  }

  /** Whether it belongs to an anonymous user. */
  public boolean anonymous() {
    return anonymous;
  }

  /** Whether it belongs to a restricted user. */
  public boolean restricted() {
    return restricted;
  }

  /** Whether an administrator acts as the user. */
  public boolean impersonation() {
    return impersonation;
  }

  /**
   * Further claims of the session or its access token, by the provider's names; unmodifiable. Never
   * holds a token.
   */
  public Map<String, @Nullable Object> claims() {
    return claims;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Session that && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "Session[" + id.value() + " of " + userId.value() + "]";
  }

  /** Builds {@link Session}. */
  public static final class Builder {

    private final SessionId id;
    private final UserId userId;
    private @Nullable Instant startedAt;
    private @Nullable Instant lastUsedAt;
    private @Nullable Instant expiresAt;
    private @Nullable Instant accessTokenExpiresAt;
    private List<AuthenticationFactor> factors = List.of();
    private boolean anonymous;
    private boolean restricted;
    private boolean impersonation;
    private Map<String, @Nullable Object> claims = Map.of();

    private Builder(SessionId id, UserId userId) {
      this.id = Arguments.notNull(id, "id");
      this.userId = Arguments.notNull(userId, "userId");
    }

    /** Sets {@link Session#startedAt()}. */
    public Builder startedAt(@Nullable Instant startedAt) {
      this.startedAt = startedAt;
      return this;
    }

    /** Sets {@link Session#lastUsedAt()}. */
    public Builder lastUsedAt(@Nullable Instant lastUsedAt) {
      this.lastUsedAt = lastUsedAt;
      return this;
    }

    /** Sets {@link Session#expiresAt()}. */
    public Builder expiresAt(@Nullable Instant expiresAt) {
      this.expiresAt = expiresAt;
      return this;
    }

    /** Sets {@link Session#accessTokenExpiresAt()}. */
    public Builder accessTokenExpiresAt(@Nullable Instant accessTokenExpiresAt) {
      this.accessTokenExpiresAt = accessTokenExpiresAt;
      return this;
    }

    /** Sets {@link Session#factors()}. */
    public Builder factors(Collection<AuthenticationFactor> factors) {
      this.factors = Arguments.copyList(factors, "factors");
      return this;
    }

    /** Sets {@link Session#anonymous()}. */
    public Builder anonymous(boolean anonymous) {
      this.anonymous = anonymous;
      return this;
    }

    /** Sets {@link Session#restricted()}. */
    public Builder restricted(boolean restricted) {
      this.restricted = restricted;
      return this;
    }

    /** Sets {@link Session#impersonation()}. */
    public Builder impersonation(boolean impersonation) {
      this.impersonation = impersonation;
      return this;
    }

    /** Sets {@link Session#claims()}: JSON-like values only. */
    public Builder claims(Map<String, ? extends @Nullable Object> claims) {
      this.claims = JsonTree.copy(claims, "claims");
      return this;
    }

    /** The value. */
    public Session build() {
      return new Session(this);
    }
  }
}
