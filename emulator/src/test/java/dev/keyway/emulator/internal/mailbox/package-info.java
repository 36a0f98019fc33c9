/** Tests. */
@NullMarked
package dev.keyway.emulator.internal.mailbox;

import org.jspecify.annotations.NullMarked;
