package dev.keyway.emulator.stytch;

/** The routes of one area. */
interface StytchRoutes {
  /** Registers them. */
  void addTo(StytchRouteTable routes);
}
