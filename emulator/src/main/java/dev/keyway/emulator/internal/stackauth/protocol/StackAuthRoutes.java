package dev.keyway.emulator.internal.stackauth.protocol;

import dev.keyway.emulator.internal.route.LazyArea;
import dev.keyway.emulator.internal.route.VendorRoutes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/** All routes of Stack Auth, each area put together when the first request to it comes. */
@Singleton
final class StackAuthRoutes {
  private final VendorRoutes<StackAuthEndpoint> all;

  @Inject
  StackAuthRoutes(Set<LazyArea<StackAuthRouteBook>> areas) {
    this.all = StackAuthRouteBook.routesOf(areas);
  }

  VendorRoutes<StackAuthEndpoint> all() {
    return all;
  }
}
