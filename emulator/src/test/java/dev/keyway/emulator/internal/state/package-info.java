/** Tests. */
@NullMarked
package dev.keyway.emulator.internal.state;

import org.jspecify.annotations.NullMarked;
