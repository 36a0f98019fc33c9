/**
 * Stack Auth's REST API. {@link dev.keyway.emulator.stackauth.StackAuthFront} takes a request
 * through the vendor's order of checks; one {@code …Routes} class per area answers it.
 *
 * <p>{@code KnownError} is the table of errors, {@code Rules} and {@code Schema} say what a request
 * may hold, {@code Authenticator} is the table of authentication checks.
 *
 * @see <a href="https://docs.stack-auth.com/api/overview">Stack Auth's REST API</a>
 */
@NullMarked
package dev.keyway.emulator.stackauth;

import org.jspecify.annotations.NullMarked;
