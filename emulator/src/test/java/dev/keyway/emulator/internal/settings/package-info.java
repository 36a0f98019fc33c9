/** Tests. */
@NullMarked
package dev.keyway.emulator.internal.settings;

import org.jspecify.annotations.NullMarked;
