/** Ids, tokens and codes of every form, from one injected source. A leaf. */
@NullMarked
package dev.keyway.emulator.internal.random;

import org.jspecify.annotations.NullMarked;
