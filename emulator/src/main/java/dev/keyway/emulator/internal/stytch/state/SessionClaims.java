package dev.keyway.emulator.internal.stytch.state;

/**
 * What a genuine session JWT says, as far as the service asks. Its expiry is of no interest: the
 * session behind it is looked up.
 *
 * @param sessionId the session
 */
public record SessionClaims(String sessionId) {}
