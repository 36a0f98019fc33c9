/** An area of Stytch: machines, their secrets and their tokens. */
@NullMarked
package dev.keyway.emulator.internal.stytch.m2m;

import org.jspecify.annotations.NullMarked;
