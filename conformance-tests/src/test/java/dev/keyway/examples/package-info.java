/** Drives the examples that are not written in Java. */
@NullMarked
package dev.keyway.examples;

import org.jspecify.annotations.NullMarked;
