/** An area of Stytch: the clients of the project as an identity provider, and their secrets. */
@NullMarked
package dev.keyway.emulator.internal.stytch.connectedapp;

import org.jspecify.annotations.NullMarked;
