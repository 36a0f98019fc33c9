package dev.keyway;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a provider reported by a webhook: something that happened to the project's users without
 * this application having asked for it.
 *
 * <p>Providers deliver an event at least once and in no promised order: keep the {@link #id()} of
 * what was handled, and where the order matters ask the provider for the user as of now.
 *
 * <p>Two values are equal when they are the same event. {@link #toString()} shows its type and ids
 * only.
 *
 * @see Webhooks#receive
 */
public final class AuthEvent {

  private final String id;
  private final AuthEventType type;
  private final String providerType;
  private final Instant sentAt;
  private final @Nullable Instant happenedAt;
  private final @Nullable UserId userId;
  private final @Nullable User user;
  private final String json;

  private AuthEvent(Builder builder) {
    this.id = builder.id;
    this.type = builder.type;
    this.providerType = builder.providerType;
    this.sentAt = builder.sentAt;
    this.happenedAt = builder.happenedAt;
    this.userId = builder.userId;
    this.user = builder.user;
    this.json = builder.json;
  }

  /**
   * A builder, for providers and tests.
   *
   * @param id see {@link #id()}
   * @param type see {@link #type()}
   * @param providerType see {@link #providerType()}
   * @param sentAt see {@link #sentAt()}
   * @param json see {@link #json()}
   */
  public static Builder builder(
      String id, AuthEventType type, String providerType, Instant sentAt, String json) {
    return new Builder(id, type, providerType, sentAt, json);
  }

  /** The identifier of the event: the same each time that it is delivered. */
  public String id() {
    return id;
  }

  /** What happened. */
  public AuthEventType type() {
    return type;
  }

  /** What happened, in the provider's words: {@code user.created}, {@code direct.user.create}. */
  public String providerType() {
    return providerType;
  }

  /** When this delivery was signed; a later attempt has a later time. */
  public Instant sentAt() {
    return sentAt;
  }

  /** When it happened, if the provider says. */
  public Optional<Instant> happenedAt() {
    return Optional.ofNullable(happenedAt);
  }

  /** Whom it is about, if it is about a user. */
  public Optional<UserId> userId() {
    return Optional.ofNullable(userId);
  }

  /** The user after what happened, if the provider sent it along. */
  public Optional<User> user() {
    return Optional.ofNullable(user);
  }

  /** The whole body as the provider sent it. */
  public String json() {
    return json;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AuthEvent that && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "AuthEvent["
        + id
        + ", "
        + type
        + userId().map(who -> " of " + who.value()).orElse("")
        + "]";
  }

  /** Builds {@link AuthEvent}. */
  public static final class Builder {

    private final String id;
    private final AuthEventType type;
    private final String providerType;
    private final Instant sentAt;
    private final String json;
    private @Nullable Instant happenedAt;
    private @Nullable UserId userId;
    private @Nullable User user;

    private Builder(
        String id, AuthEventType type, String providerType, Instant sentAt, String json) {
      this.id = Arguments.id(id, "id");
      this.type = Arguments.notNull(type, "type");
      this.providerType = Arguments.id(providerType, "providerType");
      this.sentAt = Arguments.notNull(sentAt, "sentAt");
      this.json = Arguments.notNull(json, "json");
    }

    /** Sets {@link AuthEvent#happenedAt()}. */
    public Builder happenedAt(@Nullable Instant happenedAt) {
      this.happenedAt = happenedAt;
      return this;
    }

    /** Sets {@link AuthEvent#userId()}. */
    public Builder userId(@Nullable UserId userId) {
      this.userId = userId;
      return this;
    }

    /** Sets {@link AuthEvent#user()}, and {@link AuthEvent#userId()} with it. */
    public Builder user(User user) {
      this.user = Arguments.notNull(user, "user");
      this.userId = user.id();
      return this;
    }

    /** The value. */
    public AuthEvent build() {
      return new AuthEvent(this);
    }
  }
}
