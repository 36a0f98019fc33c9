/** What the service tells whom: mails to users, events to servers. */
@NullMarked
package dev.keyway.emulator.internal.stackauth.notice;

import org.jspecify.annotations.NullMarked;
