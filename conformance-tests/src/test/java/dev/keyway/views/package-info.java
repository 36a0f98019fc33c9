/** The providers' own views, against the emulator. */
@NullMarked
package dev.keyway.views;

import org.jspecify.annotations.NullMarked;
