package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.core.Session;
import java.time.Instant;

/** One sign-in: a refresh token and how long it lives. */
final class StackSession extends Session {
  private final boolean impersonation;

  StackSession(
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
  StackSession(StackSession other) {
    super(other);
    this.impersonation = other.impersonation;
  }

  boolean impersonation() {
    return impersonation;
  }
}
