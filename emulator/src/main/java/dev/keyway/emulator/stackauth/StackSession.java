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

  boolean impersonation() {
    return impersonation;
  }
}
