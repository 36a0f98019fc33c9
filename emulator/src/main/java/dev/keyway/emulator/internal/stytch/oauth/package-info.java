/** An area of Stytch: social sign-in. */
@NullMarked
package dev.keyway.emulator.internal.stytch.oauth;

import org.jspecify.annotations.NullMarked;
