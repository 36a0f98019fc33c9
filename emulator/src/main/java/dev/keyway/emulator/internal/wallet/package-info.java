/** The addresses and signatures of crypto wallets. Knows nothing of worlds. */
@NullMarked
package dev.keyway.emulator.internal.wallet;

import org.jspecify.annotations.NullMarked;
