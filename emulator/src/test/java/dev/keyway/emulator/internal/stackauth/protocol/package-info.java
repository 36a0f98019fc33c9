/** Tests. */
@NullMarked
package dev.keyway.emulator.internal.stackauth.protocol;

import org.jspecify.annotations.NullMarked;
