/** An area of Stack Auth: passwords. */
@NullMarked
package dev.keyway.emulator.internal.stackauth.password;

import org.jspecify.annotations.NullMarked;
