/**
 * How both providers reach their vendor: one pooled HTTP client, JSON bodies, a deadline over all
 * that one call sends, and one way in which failures are told.
 *
 * <p>Internal: public for the other packages of this module only, and subject to change.
 */
@NullMarked
package dev.keyway.providers.http;

import org.jspecify.annotations.NullMarked;
