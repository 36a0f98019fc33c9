/**
 * The settings of Stytch's projects, one row each. Public settings are kept in them and seeds, the
 * control API and the page read them, so they know nothing of any of these.
 */
@NullMarked
package dev.keyway.emulator.internal.stytch.settings;

import org.jspecify.annotations.NullMarked;
