/**
 * State and rules that no provider owns: people and their addresses, passwords, one-time codes,
 * sessions, signing keys, the outbox. Nothing here knows a header, a route or an error code.
 *
 * <p>A front keeps one {@link dev.keyway.emulator.core.People}, one {@link
 * dev.keyway.emulator.core.Sessions} and one {@link dev.keyway.emulator.core.OneTimeCodes} per
 * project, and extends {@link dev.keyway.emulator.core.Person} and {@link
 * dev.keyway.emulator.core.Session} with what its vendor adds. Look-ups are maps: the cost of a
 * request does not grow with the number of users.
 *
 * <p>None of these classes locks: a front runs each request under its project's own lock, so two
 * worlds never wait for each other. What is told to the outside without that lock ({@link
 * dev.keyway.emulator.core.RecordingOutbox}, {@link dev.keyway.emulator.core.OneTimeCode#spend}) is
 * safe by itself.
 */
@NullMarked
package dev.keyway.emulator.core;

import org.jspecify.annotations.NullMarked;
