/** An area of Stytch: crypto wallets. */
@NullMarked
package dev.keyway.emulator.internal.stytch.wallet;

import org.jspecify.annotations.NullMarked;
