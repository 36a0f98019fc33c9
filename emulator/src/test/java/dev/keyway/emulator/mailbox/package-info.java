/** Tests of the mailboxes. */
@NullMarked
package dev.keyway.emulator.mailbox;

import org.jspecify.annotations.NullMarked;
