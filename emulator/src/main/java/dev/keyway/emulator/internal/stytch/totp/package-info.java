/** An area of Stytch: authenticator apps. */
@NullMarked
package dev.keyway.emulator.internal.stytch.totp;

import org.jspecify.annotations.NullMarked;
