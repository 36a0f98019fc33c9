/** What the emulator serves as itself, and which pages of other origins it turns away. */
@NullMarked
package dev.keyway.emulator.internal.admin;

import org.jspecify.annotations.NullMarked;
