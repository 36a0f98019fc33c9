/** An area of Stytch: the project as an identity provider of connected apps. */
@NullMarked
package dev.keyway.emulator.internal.stytch.idp;

import org.jspecify.annotations.NullMarked;
