/** Tests. */
@NullMarked
package dev.keyway.emulator.internal.ui;

import org.jspecify.annotations.NullMarked;
