/** What several areas of Stytch have in common. */
@NullMarked
package dev.keyway.emulator.internal.stytch.rules;

import org.jspecify.annotations.NullMarked;
