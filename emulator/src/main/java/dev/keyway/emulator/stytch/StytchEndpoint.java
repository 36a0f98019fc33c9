package dev.keyway.emulator.stytch;

/**
 * What a route needs, and who answers it.
 *
 * @param credentials whether the project's secret is needed
 * @param handler who answers
 */
record StytchEndpoint(boolean credentials, StytchHandler handler) {}
