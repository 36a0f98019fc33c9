package dev.keyway.emulator.internal.stytch.protocol;

import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.route.VendorRoutes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/** All routes of Stytch, put together when the first request to one of them comes. */
@Singleton
final class StytchRoutes {
  private final VendorRoutes<StytchEndpoint> all;

  @Inject
  StytchRoutes(Set<RouteArea<StytchRouteBook>> areas) {
    this.all = StytchRouteBook.routesOf(areas);
  }

  VendorRoutes<StytchEndpoint> all() {
    return all;
  }
}
