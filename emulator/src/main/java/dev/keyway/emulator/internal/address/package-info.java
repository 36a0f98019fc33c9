/** What makes two addresses the same. Knows nothing of worlds. */
@NullMarked
package dev.keyway.emulator.internal.address;

import org.jspecify.annotations.NullMarked;
