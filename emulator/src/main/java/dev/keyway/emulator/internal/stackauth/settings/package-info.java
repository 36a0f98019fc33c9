/**
 * The settings of Stack Auth's projects, one row each. Public settings are kept in them and seeds,
 * the control API, the page and the vendor's own routes read them, so they know nothing of any of
 * these.
 */
@NullMarked
package dev.keyway.emulator.internal.stackauth.settings;

import org.jspecify.annotations.NullMarked;
