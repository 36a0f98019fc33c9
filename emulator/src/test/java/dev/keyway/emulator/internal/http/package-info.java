/** Tests. */
@NullMarked
package dev.keyway.emulator.internal.http;

import org.jspecify.annotations.NullMarked;
