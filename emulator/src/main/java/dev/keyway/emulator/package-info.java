/**
 * An emulator of Stack Auth and Stytch that runs inside the test: {@link
 * dev.keyway.emulator.AuthEmulator} opens the port, {@link dev.keyway.emulator.World} is one
 * isolated project on each provider, with its own clock, outbox, faults and ledger.
 *
 * <pre>{@code
 * try (AuthEmulator emulator = AuthEmulator.start(); World world = emulator.newWorld()) {
 *   world.stackAuth().baseUrl();   // and projectId(), secretServerKey() …
 *   world.clock().advance(Duration.ofMinutes(11));
 *   world.outbox().await("ada@example.com", MessageKind.PASSWORD_RESET).link();
 * }
 * }</pre>
 */
@NullMarked
package dev.keyway.emulator;

import org.jspecify.annotations.NullMarked;
