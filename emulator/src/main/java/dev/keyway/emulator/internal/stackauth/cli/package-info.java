/** Signing in from a command line, by way of a browser. */
@NullMarked
package dev.keyway.emulator.internal.stackauth.cli;

import org.jspecify.annotations.NullMarked;
