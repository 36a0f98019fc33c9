/** The vendors' own SDKs and plain libraries against the emulator. */
@NullMarked
package dev.keyway.interop;

import org.jspecify.annotations.NullMarked;
