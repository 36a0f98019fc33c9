package dev.keyway.emulator.internal.world;

import dev.keyway.emulator.Devices;
import dev.keyway.emulator.UnknownIdException;
import dev.keyway.emulator.WorldClock;
import dev.keyway.emulator.device.VirtualAuthenticator;
import dev.keyway.emulator.device.VirtualTotpDevice;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Named devices that keep the world's time. */
final class WorldDevices implements Devices {
  private final WorldClock clock;
  private final SecureRandom random;
  private final Map<String, VirtualAuthenticator> authenticators = new LinkedHashMap<>();
  private final Map<String, VirtualTotpDevice> totps = new LinkedHashMap<>();

  WorldDevices(WorldClock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public synchronized VirtualAuthenticator authenticator(String name) {
    return authenticators.computeIfAbsent(
        name, unknown -> VirtualAuthenticator.builder().random(random).build());
  }

  @Override
  public synchronized List<String> authenticators() {
    return List.copyOf(authenticators.keySet());
  }

  @Override
  public synchronized VirtualTotpDevice totp(String name, String secretOrOtpauthUri) {
    VirtualTotpDevice made =
        secretOrOtpauthUri.startsWith("otpauth:")
            ? VirtualTotpDevice.fromUri(secretOrOtpauthUri, clock)
            : VirtualTotpDevice.fromBase32(secretOrOtpauthUri, clock);
    totps.put(name, made);
    return made;
  }

  @Override
  public synchronized Optional<VirtualTotpDevice> totp(String name) {
    return Optional.ofNullable(totps.get(name));
  }

  @Override
  public synchronized List<String> totps() {
    return List.copyOf(totps.keySet());
  }

  @Override
  public synchronized void remove(String name) {
    boolean authenticator = authenticators.remove(name) != null;
    boolean totp = totps.remove(name) != null;
    if (!authenticator && !totp) {
      throw new UnknownIdException("device", name);
    }
  }

  synchronized void clear() {
    authenticators.clear();
    totps.clear();
  }
}
