/** An area of Stack Auth: passkeys. */
@NullMarked
package dev.keyway.emulator.internal.stackauth.passkey;

import org.jspecify.annotations.NullMarked;
