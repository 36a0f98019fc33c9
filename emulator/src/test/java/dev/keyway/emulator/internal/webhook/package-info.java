@NullMarked
package dev.keyway.emulator.internal.webhook;

import org.jspecify.annotations.NullMarked;
