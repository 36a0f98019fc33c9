package dev.keyway.emulator.internal.stytch;

import dev.keyway.emulator.VendorService.Resource;
import dev.keyway.emulator.internal.stytch.state.BiometricRegistration;
import dev.keyway.emulator.internal.stytch.state.ConnectedApp;
import dev.keyway.emulator.internal.stytch.state.CryptoWallet;
import dev.keyway.emulator.internal.stytch.state.M2mClient;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a project and its users hold, for people to look at. The caller holds the lock. */
final class StytchResources {
  private StytchResources() {}

  /** The project's own: machines and connected apps. */
  static List<Resource> of(StytchProject project) {
    List<Resource> all = new ArrayList<>();
    for (M2mClient client : project.m2mClients().all()) {
      String state = client.active() ? "active" : "inactive";
      all.add(
          new Resource(
              "machine",
              client.id(),
              client.name(),
              with(rotating(state, client.secrets().next() != null), client.scopes())));
    }
    for (ConnectedApp app : project.connectedApps().all()) {
      String type = app.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      all.add(
          new Resource(
              "connected app",
              app.id(),
              app.details().name(),
              rotating(type, app.secrets().next() != null)));
    }
    return all;
  }

  /** A user's: wallets, keys of phones, and what they allowed apps. */
  static List<Resource> of(StytchProject project, StytchUser user) {
    List<Resource> all = new ArrayList<>();
    for (CryptoWallet wallet : user.cryptoWallets) {
      all.add(
          new Resource(
              wallet.type() + " wallet", wallet.id(), wallet.address(), proved(wallet.verified())));
    }
    for (BiometricRegistration phone : user.biometricRegistrations) {
      all.add(new Resource("key of a phone", phone.id(), "", proved(phone.verified())));
    }
    project
        .appConsents()
        .of(user.id())
        .forEach(
            consent ->
                all.add(
                    new Resource(
                        "connected app",
                        consent.appId(),
                        project
                            .connectedApps()
                            .find(consent.appId())
                            .map(app -> app.details().name())
                            .orElse(""),
                        with("allowed", consent.scopes()))));
    return all;
  }

  private static String rotating(String state, boolean rotating) {
    return rotating ? state + ", secret being replaced" : state;
  }

  private static String with(String state, List<String> scopes) {
    return scopes.isEmpty() ? state : state + ": " + String.join(" ", scopes);
  }

  private static String proved(boolean verified) {
    return verified ? "verified" : "not verified";
  }
}
