/** What follows from the declarations of the vendors' routes, tried on each of them. */
@NullMarked
package dev.keyway.emulator.declared;

import org.jspecify.annotations.NullMarked;
