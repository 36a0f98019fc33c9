/**
 * Sealed challenge handles: the state of a flow, encrypted, in the caller's keeping.
 *
 * <p>Internal: not for use outside this module, and free to change at any time.
 */
@NullMarked
package dev.keyway.providers.handle;

import org.jspecify.annotations.NullMarked;
