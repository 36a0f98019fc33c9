package dev.keyway.emulator.internal.stackauth.protocol;

import dev.keyway.emulator.internal.stackauth.state.AccessTokenClaims;
import dev.keyway.emulator.internal.stackauth.state.AccessType;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
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
    @Nullable StackAuthUser user) {

  static final Caller NOBODY = new Caller(null, null, null, null);
}
