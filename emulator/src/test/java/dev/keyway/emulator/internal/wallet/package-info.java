/** Tests of wallets' addresses and signatures. */
@NullMarked
package dev.keyway.emulator.internal.wallet;

import org.jspecify.annotations.NullMarked;
