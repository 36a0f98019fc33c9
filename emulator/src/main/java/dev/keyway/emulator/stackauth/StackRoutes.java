package dev.keyway.emulator.stackauth;

/** The routes of one area. */
interface StackRoutes {
  /** Registers them. */
  void addTo(StackRouteTable routes);
}
