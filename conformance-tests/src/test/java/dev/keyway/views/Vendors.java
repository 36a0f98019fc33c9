package dev.keyway.views;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.World;
import java.util.HashMap;
import java.util.Map;

/** Clients of a world. */
final class Vendors {

  private Vendors() {}

  static AuthClient.Builder client(Vendor vendor, World world) {
    Map<String, String> settings = new HashMap<>(vendor.patientSettings(world));
    if (vendor == Vendor.STACK_AUTH) {
      settings.put(
          "keyway.stack-auth.super-secret-admin-key", world.stackAuth().superSecretAdminKey());
    }
    return AuthClient.builder(AuthConfig.of(settings)).clock(world.clock());
  }

  /** Why the call fails. */
  static ErrorCode code(Runnable call) {
    return assertThrows(AuthException.class, call::run).code();
  }
}
