/** The control API over HTTP. */
@NullMarked
package dev.keyway.emulator.control;

import org.jspecify.annotations.NullMarked;
