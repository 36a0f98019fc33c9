@NullMarked
package dev.keyway.emulator.ui.html;

import org.jspecify.annotations.NullMarked;
