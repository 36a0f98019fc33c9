/** The emulator's page: rendered on the server, and whole without script. */
@NullMarked
package dev.keyway.emulator.internal.ui;

import org.jspecify.annotations.NullMarked;
