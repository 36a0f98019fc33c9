/** Tests. */
@NullMarked
package dev.keyway.emulator.internal.token;

import org.jspecify.annotations.NullMarked;
