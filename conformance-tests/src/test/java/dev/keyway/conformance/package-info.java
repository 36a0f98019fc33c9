/** The suite on both providers, and the suite's own tests. */
@NullMarked
package dev.keyway.conformance;

import org.jspecify.annotations.NullMarked;
