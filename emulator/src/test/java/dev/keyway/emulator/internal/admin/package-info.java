/** Tests of what the emulator serves as itself. */
@NullMarked
package dev.keyway.emulator.internal.admin;

import org.jspecify.annotations.NullMarked;
