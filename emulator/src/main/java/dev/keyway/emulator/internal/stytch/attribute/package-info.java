/**
 * The attributes of Stytch's projects and users, one row each. Public settings and seeds are made
 * of them and everything else reads them, so they know nothing of any of these.
 */
@NullMarked
package dev.keyway.emulator.internal.stytch.attribute;

import org.jspecify.annotations.NullMarked;
