/**
 * Pairs of request and answer, taken from the vendors' documentation and sources, that provider and
 * emulator must both agree with: neither is tested against the other alone.
 */
@NullMarked
package dev.keyway.wire;

import org.jspecify.annotations.NullMarked;
