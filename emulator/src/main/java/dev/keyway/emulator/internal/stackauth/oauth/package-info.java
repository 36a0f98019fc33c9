/** An area of Stack Auth: social sign-in. */
@NullMarked
package dev.keyway.emulator.internal.stackauth.oauth;

import org.jspecify.annotations.NullMarked;
