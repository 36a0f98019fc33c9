/** One application class, two configurations. */
@NullMarked
package dev.keyway.swap;

import org.jspecify.annotations.NullMarked;
