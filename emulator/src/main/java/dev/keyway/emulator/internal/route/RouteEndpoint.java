package dev.keyway.emulator.internal.route;

import java.util.List;
import java.util.Set;

/** What a vendor knows about a route that is built. */
public interface RouteEndpoint {
  /** What it may answer beyond the errors of every route. */
  Set<? extends VendorError> errors();

  /** What makes the service itself fail: it answers 500 then, without a code. */
  default List<String> breaksOn() {
    return List.of();
  }

  /** What it accepts. */
  RequestDocument request();
}
