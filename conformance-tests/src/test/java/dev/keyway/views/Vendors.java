package dev.keyway.views;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.World;

/** Clients of a world. */
final class Vendors {

  private Vendors() {}

  static AuthClient.Builder client(Vendor vendor, World world) {
    return AuthClient.builder(AuthConfig.of(vendor.settings(world))).clock(world.clock());
  }
}
