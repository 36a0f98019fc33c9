/** JSON trees, read and written in one way. A leaf. */
@NullMarked
package dev.keyway.emulator.internal.json;

import org.jspecify.annotations.NullMarked;
