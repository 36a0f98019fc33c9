/**
 * Verification of the vendors' access tokens against their published keys.
 *
 * <p>Internal: not for use outside this module, and free to change at any time.
 */
@NullMarked
package dev.keyway.providers.jwt;

import org.jspecify.annotations.NullMarked;
