package dev.keyway.emulator.internal.route;

import java.util.Set;

/** What a vendor knows about a route that is built. */
public interface RouteEndpoint {
  /** What it may answer beyond the errors of every route. */
  Set<? extends VendorError> errors();

  /** What it accepts. */
  RequestDocument request();
}
