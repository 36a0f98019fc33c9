/**
 * What the client needs and nobody outside holds. It uses nothing of the other packages.
 *
 * <p>Internal: not exported, and free to change at any time.
 */
@NullMarked
package dev.keyway.internal;

import org.jspecify.annotations.NullMarked;
