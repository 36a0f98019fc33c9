/** What goes wrong in a world on purpose. */
@NullMarked
package dev.keyway.emulator.internal.fault;

import org.jspecify.annotations.NullMarked;
