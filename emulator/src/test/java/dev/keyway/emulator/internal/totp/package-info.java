/** Tests. */
@NullMarked
package dev.keyway.emulator.internal.totp;

import org.jspecify.annotations.NullMarked;
