/** An area of Stytch: passwords. */
@NullMarked
package dev.keyway.emulator.internal.stytch.password;

import org.jspecify.annotations.NullMarked;
