package dev.keyway.emulator;

import dev.keyway.emulator.device.VirtualAuthenticator;
import dev.keyway.emulator.device.VirtualTotpDevice;
import java.util.List;
import java.util.Optional;

/**
 * The devices that the people of one world carry, by name. A test in Java may as well make its own
 * with {@link VirtualAuthenticator#builder} and {@link VirtualTotpDevice#fromUri}; these can also
 * be named by tests in other languages. Safe for use by several threads.
 *
 * <p>No provider knows of them: what a device holds is neither part of a {@link World#checkpoint
 * checkpoint} nor changed by a restore. {@link World#reset} forgets them.
 */
public interface Devices {

  /**
   * The passkey authenticator of that name. It is made when it is first named: a platform
   * authenticator that verifies its user and stores discoverable credentials.
   */
  VirtualAuthenticator authenticator(String name);

  /** The names of all passkey authenticators, oldest first. */
  List<String> authenticators();

  /**
   * Makes an authenticator app of that name, in place of an older one.
   *
   * @param secretOrOtpauthUri the key in base 32 (6 digits, 30 seconds), or what the QR code
   *     contains: {@code otpauth://totp/…}
   * @throws IllegalArgumentException if it is neither
   */
  VirtualTotpDevice totp(String name, String secretOrOtpauthUri);

  /** The authenticator app of that name. */
  Optional<VirtualTotpDevice> totp(String name);

  /** The names of all authenticator apps, oldest first. */
  List<String> totps();

  /**
   * Throws away the devices of that name, of either kind. Providers do not hear of it.
   *
   * @throws UnknownIdException if there is none
   */
  void remove(String name);
}
