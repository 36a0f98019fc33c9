/** The documentation says what is true: its examples run, its tables match the code. */
@NullMarked
package dev.keyway.docs;

import org.jspecify.annotations.NullMarked;
