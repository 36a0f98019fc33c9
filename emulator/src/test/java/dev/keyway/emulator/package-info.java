/** Tests. */
@NullMarked
package dev.keyway.emulator;

import org.jspecify.annotations.NullMarked;
