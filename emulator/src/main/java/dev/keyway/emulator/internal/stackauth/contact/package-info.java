/** An area of Stack Auth: contact channels. */
@NullMarked
package dev.keyway.emulator.internal.stackauth.contact;

import org.jspecify.annotations.NullMarked;
