package dev.keyway.emulator.internal.stytch.protocol;

/**
 * What a route accepts, and who answers it.
 *
 * @param open whether it needs no credentials
 * @param shape what its body may hold
 * @param handler who answers
 */
record StytchEndpoint(boolean open, BodyShape shape, StytchHandler handler) {}
