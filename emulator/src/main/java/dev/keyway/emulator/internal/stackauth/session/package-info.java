/** An area of Stack Auth: sessions. */
@NullMarked
package dev.keyway.emulator.internal.stackauth.session;

import org.jspecify.annotations.NullMarked;
