/** Tests. */
@NullMarked
package dev.keyway.emulator.internal.webauthn;

import org.jspecify.annotations.NullMarked;
