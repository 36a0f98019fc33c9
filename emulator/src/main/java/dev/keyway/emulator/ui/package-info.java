/**
 * The emulator's page at {@code /_emulator/ui}: worlds, inbox, users, social accounts, ledger,
 * faults, clock, coverage, and how to connect. Rendered on the server and whole without script.
 * Internal to the emulator.
 *
 * <p>A request goes {@link dev.keyway.emulator.ui.UiFront} → {@link
 * dev.keyway.emulator.ui.UiRoutes} → the class of its page. Pages hold no state. What changes
 * something is a form that is posted, answered with a redirect, and refused without the token of
 * this process.
 */
@NullMarked
package dev.keyway.emulator.ui;

import org.jspecify.annotations.NullMarked;
