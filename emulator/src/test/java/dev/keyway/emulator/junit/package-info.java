/** Tests. */
@NullMarked
package dev.keyway.emulator.junit;

import org.jspecify.annotations.NullMarked;
