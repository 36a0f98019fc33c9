package dev.keyway.emulator.stackauth;

import org.jspecify.annotations.Nullable;

/**
 * Who a request comes from, as far as its headers prove it.
 *
 * @param type null when the request claims none
 * @param project null exactly when {@code type} is
 * @param token null when no access token was sent
 * @param user the token's user; null also when that user was deleted meanwhile
 */
record Caller(
    @Nullable AccessType type,
    @Nullable StackAuthProject project,
    @Nullable AccessTokenClaims token,
    @Nullable StackUser user) {

  static final Caller NOBODY = new Caller(null, null, null, null);
}
