/** What the tests of several packages share. */
@NullMarked
package dev.keyway.providers;

import org.jspecify.annotations.NullMarked;
