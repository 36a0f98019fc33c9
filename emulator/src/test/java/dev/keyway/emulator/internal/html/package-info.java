/** Tests. */
@NullMarked
package dev.keyway.emulator.internal.html;

import org.jspecify.annotations.NullMarked;
