/**
 * Stytch's consumer REST API. {@link dev.keyway.emulator.stytch.StytchFront} checks route,
 * credentials and body; one {@code …Routes} class per area answers.
 *
 * <p>{@code StytchError} is the table of errors with their provenance, {@code SessionRequest} the
 * session block that most endpoints share, {@code Sandbox} the vendor's fixed test values.
 *
 * @see <a href="https://stytch.com/docs/api">Stytch's consumer API</a>
 */
@NullMarked
package dev.keyway.emulator.stytch;

import org.jspecify.annotations.NullMarked;
