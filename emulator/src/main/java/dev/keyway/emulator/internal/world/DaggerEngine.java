package dev.keyway.emulator.internal.world;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.EmulatorEngine;
import dev.keyway.emulator.EmulatorOptions;
import dev.keyway.emulator.internal.address.UrlHost;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Puts an emulator together and opens its port. */
public final class DaggerEngine implements EmulatorEngine {

  /** For the service loader. */
  public DaggerEngine() {}

  @Override
  public void prepare() {
    StartAhead.begin();
  }

  @Override
  public AuthEmulator start(EmulatorOptions options) {
    StartAhead.begin();
    return open(DaggerEmulatorComponent.factory().create(options));
  }

  private static AuthEmulator open(EmulatorComponent parts) {
    parts.server().open();
    AuthEmulator emulator = parts.emulator();
    try {
      parts.saver().begin();
    } catch (RuntimeException e) {
      emulator.close();
      throw e;
    }
    return emulator;
  }

  @Override
  public URI baseUrl(URI url) {
    boolean web =
        "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
    boolean more =
        url.getRawQuery() != null
            || url.getRawFragment() != null
            || (url.getRawAuthority() != null && url.getRawAuthority().indexOf('@') >= 0);
    String host = UrlHost.of(url);
    if (!web) {
      throw new IllegalArgumentException("must begin with http:// or https://");
    }
    if (more || host.isEmpty() || !host.chars().allMatch(c -> c > ' ' && c <= '~')) {
      throw new IllegalArgumentException(
          "must have a host in ASCII, and neither user, query nor fragment");
    }
    return UrlHost.onTheWire(url);
  }

  @Override
  public void trainingRun() {
    EmulatorOptions anyPort =
        new EmulatorOptions(
            0,
            0,
            EmulatorOptions.DEFAULT_REQUEST_TIMEOUT,
            null,
            false,
            Set.of(),
            null,
            null,
            Set.of(),
            null);
    EmulatorComponent parts = DaggerEmulatorComponent.factory().create(anyPort);
    AuthEmulator emulator = open(parts);
    try {
      parts.trainingRun().run();
    } finally {
      emulator.close();
    }
  }

  @Override
  public List<String> vendors() {
    return VendorModule.NAMES;
  }
}
