package dev.keyway.emulator.internal.server;

import dev.keyway.emulator.EmulatorOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Objects;

/** Where the emulator is. Known as soon as the HTTP port is open. */
@Singleton
public final class Addresses {
  private final EmulatorOptions options;
  private final Listeners listeners;

  @Inject
  Addresses(EmulatorOptions options, Listeners listeners) {
    this.options = options;
    this.listeners = listeners;
  }

  /** Where it listens. */
  public URI local() {
    return listeners.httpUrl();
  }

  /** What issuers and links begin with, without a trailing slash. */
  public URI published() {
    return Objects.requireNonNullElseGet(options.publicUrl(), this::local);
  }
}
