package dev.keyway.emulator.internal.stytch.protocol;

import dev.keyway.emulator.internal.route.RouteEndpoint;
import java.util.Set;

/**
 * What a route accepts, what it may answer, and who answers it.
 *
 * @param open whether it needs no credentials
 * @param shape what its body may hold
 * @param errors what it may answer beyond the errors of every route
 * @param handler who answers
 */
record StytchEndpoint(boolean open, BodyShape shape, Set<StytchError> errors, StytchHandler handler)
    implements RouteEndpoint {}
