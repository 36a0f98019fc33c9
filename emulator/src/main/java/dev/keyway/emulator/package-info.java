/**
 * An emulator of the vendors behind Keyway that runs inside the test: {@link
 * dev.keyway.emulator.AuthEmulator} opens the port, {@link dev.keyway.emulator.World} is one
 * isolated project on each provider, with its own clock, outbox, faults and ledger.
 *
 * <pre>{@code
 * try (AuthEmulator emulator = AuthEmulator.start(); World world = emulator.newWorld()) {
 *   world.services().get(0).configuration();   // for a client of one of them
 *   world.clock().advance(Duration.ofMinutes(11));
 *   world.outbox().await("ada@example.com", MessageKind.PASSWORD_RESET).link();
 * }
 * }</pre>
 */
@NullMarked
package dev.keyway.emulator;

import org.jspecify.annotations.NullMarked;
