/**
 * What only Stack Auth has: the settings that its dashboard would change, and its part of seeds.
 */
@NullMarked
package dev.keyway.emulator.stackauth;

import org.jspecify.annotations.NullMarked;
