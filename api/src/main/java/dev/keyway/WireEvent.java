package dev.keyway;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A request to the provider that ended.
 *
 * @param provider the provider's id
 * @param method the HTTP method
 * @param route the path with its variable parts left out, such as {@code /v1/users/{user_id}}
 * @param status the answer's status; empty without an answer
 * @param duration how long it took
 * @param requestId the provider's id of the request, if it gave one
 */
public record WireEvent(
    String provider,
    String method,
    String route,
    OptionalInt status,
    Duration duration,
    Optional<String> requestId) {}
