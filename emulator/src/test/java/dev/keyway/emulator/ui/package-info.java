@NullMarked
package dev.keyway.emulator.ui;

import org.jspecify.annotations.NullMarked;
