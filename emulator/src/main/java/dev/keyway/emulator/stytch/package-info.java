/**
 * Stytch's REST API for consumers. {@link dev.keyway.emulator.stytch.StytchFront} takes a request
 * through credentials, content type and the shape of its body; one {@code …Routes} class per area
 * answers it. Other products of the vendor are known and answered with 501.
 *
 * <p>{@code StytchError} is the table of errors, {@code BodyShape} says what a request may hold,
 * {@code SignIns} is the end of every way to sign in, {@code Sandbox} holds the vendor's test
 * values.
 *
 * <p>The vendor documents no order of checks. All routes keep this one, which is inferred:
 * credentials, shape of the body, form of the fields, look-up, lock of the user, evidence. A check
 * that fails leaves a code or token usable.
 *
 * @see <a href="https://stytch.com/docs/api">Stytch's REST API</a>
 */
@NullMarked
package dev.keyway.emulator.stytch;

import org.jspecify.annotations.NullMarked;
