/** Tests. */
@NullMarked
package dev.keyway.emulator.cli;

import org.jspecify.annotations.NullMarked;
