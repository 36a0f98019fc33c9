package dev.keyway;

import java.time.Duration;
import java.util.Optional;

/**
 * A call of the neutral interfaces that ended.
 *
 * @param provider the provider's id
 * @param operation the call's name, such as {@code passwords.signIn}
 * @param duration how long it took
 * @param failure why it failed, if it did
 */
public record CallEvent(
    String provider, String operation, Duration duration, Optional<ErrorCode> failure) {}
