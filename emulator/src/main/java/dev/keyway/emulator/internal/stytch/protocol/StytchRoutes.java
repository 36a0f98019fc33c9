package dev.keyway.emulator.internal.stytch.protocol;

/** The routes of one area. */
public interface StytchRoutes {
  /** Registers them. */
  void addTo(StytchRouteTable routes);
}
