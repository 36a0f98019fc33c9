/** The mails of a world as a development stack's mail server shows them. */
@NullMarked
package dev.keyway.emulator.internal.mailbox;

import org.jspecify.annotations.NullMarked;
