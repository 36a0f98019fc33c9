package dev.keyway.emulator.internal.stytch.protocol;

import dev.keyway.emulator.internal.route.LazyArea;
import dev.keyway.emulator.internal.route.VendorRoutes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/** All routes of Stytch, each area put together when the first request to it comes. */
@Singleton
final class StytchRoutes {
  private final VendorRoutes<StytchEndpoint> all;

  @Inject
  StytchRoutes(Set<LazyArea<StytchRouteBook>> areas) {
    this.all = StytchRouteBook.routesOf(areas);
  }

  VendorRoutes<StytchEndpoint> all() {
    return all;
  }
}
