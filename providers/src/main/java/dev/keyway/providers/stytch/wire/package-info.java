/**
 * Stytch's API as it is on the wire: its routes, what they take and answer, its errors.
 *
 * <p>Internal: public for the package above only, and free to change at any time.
 */
@NullMarked
package dev.keyway.providers.stytch.wire;

import org.jspecify.annotations.NullMarked;
