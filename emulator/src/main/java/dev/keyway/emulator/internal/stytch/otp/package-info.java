/** An area of Stytch: one-time codes. */
@NullMarked
package dev.keyway.emulator.internal.stytch.otp;

import org.jspecify.annotations.NullMarked;
