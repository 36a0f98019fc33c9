package dev.keyway.emulator.internal.stackauth.state;

import dev.keyway.emulator.internal.state.Session;
import java.time.Instant;

/** One sign-in: a refresh token and how long it lives. */
public final class StackAuthSession extends Session {
  private final boolean impersonation;

  public StackAuthSession(
      String id,
      String userId,
      String refreshToken,
      Instant createdAt,
      Instant expiresAt,
      boolean impersonation) {
    super(id, userId, refreshToken, createdAt, expiresAt);
    this.impersonation = impersonation;
  }

  /** The same session, to be changed apart from {@code other}. */
  StackAuthSession(StackAuthSession other) {
    super(other);
    this.impersonation = other.impersonation;
  }

  public boolean impersonation() {
    return impersonation;
  }
}
