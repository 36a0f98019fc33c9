/** Tests. */
@NullMarked
package dev.keyway.emulator.internal.route;

import org.jspecify.annotations.NullMarked;
