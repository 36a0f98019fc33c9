/**
 * What redirect flows share: PKCE, random values, callback URIs.
 *
 * <p>Internal: not for use outside this module, and free to change at any time.
 */
@NullMarked
package dev.keyway.providers.flow;

import org.jspecify.annotations.NullMarked;
