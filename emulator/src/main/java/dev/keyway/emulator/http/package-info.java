/**
 * The emulator's HTTP side, the same for both providers. A request is read whole into an {@link
 * dev.keyway.emulator.http.Exchange}; the {@link dev.keyway.emulator.http.Front} that owns its path
 * routes it; {@link dev.keyway.emulator.http.Pipeline} puts the world's faults and ledger around
 * it; the front turns it into an {@link dev.keyway.emulator.http.Answer}, which is sent in one
 * piece.
 *
 * <h2>How to add a route</h2>
 *
 * <ol>
 *   <li>Find the file of its area: {@code POST /auth/otp/sign-in} belongs in {@code
 *       stackauth/OtpRoutes.java}, {@code POST /v1/otps/authenticate} in {@code
 *       stytch/OtpRoutes.java}. A new area is a package-private class that implements the front's
 *       routes interface ({@code StackRoutes} or {@code StytchRoutes}) with an {@code @Inject}
 *       constructor, and one {@code @Binds @IntoSet} line in {@code StackAuthModule} or {@code
 *       StytchModule}.
 *   <li>Register it once, in {@code addTo}: method and path template, operation id, how its
 *       behaviour is known, what it accepts, and the method that answers it.
 *   <li>Delete its line from the front's {@code UnbuiltRoutes}. A route that is registered twice
 *       stops the emulator from starting.
 * </ol>
 *
 * <p>A handler may throw the front's failure at any point; it runs under its project's lock, so
 * what it reads and what it changes are one step.
 */
@NullMarked
package dev.keyway.emulator.http;

import org.jspecify.annotations.NullMarked;
