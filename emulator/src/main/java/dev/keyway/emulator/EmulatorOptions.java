package dev.keyway.emulator;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an emulator starts: what {@link AuthEmulator.Builder} was told, checked.
 *
 * @param port the HTTP port; 0 for any free one
 * @param httpsPort the HTTPS port, once it is asked for; 0 for any free one
 * @param requestTimeout how long a client may take to send a request
 * @param address the one loopback address to listen at; null for 127.0.0.1, and ::1 where it is
 * @param everywhere whether it listens at every address of this machine instead
 * @param hostNames further names by which browsers may ask for it
 * @param publicUrl what issuers and links begin with; null for the address it listens at
 * @param saveTo where worlds are kept over a restart; null for nowhere
 * @param outbound hosts beside this machine that requests may go to, in lower case
 * @param wording a file of error sentences; null for the emulator's own
 */
public record EmulatorOptions(
    int port,
    int httpsPort,
    Duration requestTimeout,
    @Nullable InetAddress address,
    boolean everywhere,
    Set<String> hostNames,
    @Nullable URI publicUrl,
    @Nullable Path saveTo,
    Set<String> outbound,
    @Nullable Path wording) {
  /** Copies the names. */
  public EmulatorOptions {
    hostNames = Set.copyOf(hostNames);
    outbound = Set.copyOf(outbound);
  }

  /** How long a client may take to send a request, unless told otherwise. */
  public static final Duration DEFAULT_REQUEST_TIMEOUT = Duration.ofSeconds(30);
}
