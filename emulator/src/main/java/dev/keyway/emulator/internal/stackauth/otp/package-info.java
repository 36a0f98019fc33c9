/** An area of Stack Auth: one-time codes. */
@NullMarked
package dev.keyway.emulator.internal.stackauth.otp;

import org.jspecify.annotations.NullMarked;
