/** Tests. */
@NullMarked
package dev.keyway.emulator.internal.stackauth.rules;

import org.jspecify.annotations.NullMarked;
