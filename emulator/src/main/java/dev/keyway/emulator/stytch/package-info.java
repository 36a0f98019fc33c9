/** What only Stytch has: the settings that its dashboard would change, and its part of seeds. */
@NullMarked
package dev.keyway.emulator.stytch;

import org.jspecify.annotations.NullMarked;
