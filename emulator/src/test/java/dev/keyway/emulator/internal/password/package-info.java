/** Tests. */
@NullMarked
package dev.keyway.emulator.internal.password;

import org.jspecify.annotations.NullMarked;
