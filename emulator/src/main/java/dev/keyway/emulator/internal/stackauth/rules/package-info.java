/** What several areas of Stack Auth have in common. */
@NullMarked
package dev.keyway.emulator.internal.stackauth.rules;

import org.jspecify.annotations.NullMarked;
