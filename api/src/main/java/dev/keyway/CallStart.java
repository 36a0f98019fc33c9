package dev.keyway;

/**
 * A call of the neutral interfaces that is about to be made.
 *
 * @param provider the provider's id
 * @param operation the call's name, such as {@code passwords.signIn}
 */
public record CallStart(String provider, String operation) {}
