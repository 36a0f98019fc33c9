/** An area of Stytch: users. */
@NullMarked
package dev.keyway.emulator.internal.stytch.user;

import org.jspecify.annotations.NullMarked;
