/** An area of Stack Auth: users. */
@NullMarked
package dev.keyway.emulator.internal.stackauth.user;

import org.jspecify.annotations.NullMarked;
