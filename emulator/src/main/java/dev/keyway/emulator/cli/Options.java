package dev.keyway.emulator.cli;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the command line asks for.
 *
 * @param port the HTTP port; 0 for any free one
 * @param bind the one address to listen at; empty for 127.0.0.1 and ::1
 * @param everywhere whether to listen at every address instead
 * @param httpsPort the HTTPS port; 0 for any free one; empty for no HTTPS
 * @param publicUrl the base of issuers and links; empty for the address it listens at
 * @param seed the file of worlds to open
 * @param world the name of the world, or which one of the seed
 * @param json whether to announce itself as JSON
 * @param log what of the log is shown
 */
record Options(
    int port,
    Optional<InetAddress> bind,
    boolean everywhere,
    OptionalInt httpsPort,
    Optional<URI> publicUrl,
    Optional<Path> seed,
    Optional<String> world,
    boolean json,
    LogLevel log) {}
