package dev.keyway.providers.stackauth.server;

import dev.keyway.Secret;
import java.time.Instant;

/**
 * A sign-in of a command-line program that waits for its user.
 *
 * @param loginCode for the browser: the page that completes the sign-in is opened with it
 * @param pollingCode for the program, which asks with it
 * @param expiresAt when it is too late
 */
public record CliLogin(Secret loginCode, Secret pollingCode, Instant expiresAt) {}
