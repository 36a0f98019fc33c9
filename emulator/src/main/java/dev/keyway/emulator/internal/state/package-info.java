/** What every vendor keeps: users, one-time codes, sessions, the outbox, the clock. */
@NullMarked
package dev.keyway.emulator.internal.state;

import org.jspecify.annotations.NullMarked;
