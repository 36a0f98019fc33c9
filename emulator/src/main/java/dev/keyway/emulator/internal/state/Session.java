package dev.keyway.emulator.internal.state;

import java.time.Instant;
import java.util.Objects;

/** A signed-in session, as far as all providers agree on what that is. */
public class Session {
  private final String id;
  private final String userId;
  private final String token;
  private final Instant createdAt;
  private Instant lastUsedAt;
  private Instant expiresAt;

  /**
   * Makes a session.
   *
   * @param token the opaque credential that renews it
   */
  protected Session(String id, String userId, String token, Instant createdAt, Instant expiresAt) {
    this.id = Objects.requireNonNull(id, "id");
    this.userId = Objects.requireNonNull(userId, "userId");
    this.token = Objects.requireNonNull(token, "token");
    this.createdAt = Objects.requireNonNull(createdAt, "createdAt");
    this.lastUsedAt = createdAt;
    this.expiresAt = Objects.requireNonNull(expiresAt, "expiresAt");
  }

  /** The same session, to be changed apart from {@code other}. */
  protected Session(Session other) {
    this.id = other.id;
    this.userId = other.userId;
    this.token = other.token;
    this.createdAt = other.createdAt;
    this.lastUsedAt = other.lastUsedAt;
    this.expiresAt = other.expiresAt;
  }

  /** Id, unique in the project. */
  public final String id() {
    return id;
  }

  /** Whose it is. */
  public final String userId() {
    return userId;
  }

  /** The opaque credential that renews it. */
  public final String token() {
    return token;
  }

  /** When it began. */
  public final Instant createdAt() {
    return createdAt;
  }

  /** When it was last used. */
  public final Instant lastUsedAt() {
    return lastUsedAt;
  }

  /** When it ends. */
  public final Instant expiresAt() {
    return expiresAt;
  }

  /** Records a use. */
  public final void usedAt(Instant moment) {
    this.lastUsedAt = moment;
  }

  /** Moves its end; {@link Sessions#end} does where it is one of a project's. */
  final void expiresAt(Instant moment) {
    this.expiresAt = moment;
  }

  /** Whether it still lives at {@code moment}. */
  public final boolean livesAt(Instant moment) {
    return moment.isBefore(expiresAt);
  }
}
