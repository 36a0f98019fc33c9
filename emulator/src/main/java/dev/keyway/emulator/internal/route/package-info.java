/**
 * Routes, said once: a catalogue lists all that a vendor has, a book binds handlers to them by id.
 */
@NullMarked
package dev.keyway.emulator.internal.route;

import org.jspecify.annotations.NullMarked;
