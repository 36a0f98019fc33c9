package dev.keyway.emulator.internal.stackauth.protocol;

/** The routes of one area. */
public interface StackAuthRoutes {
  /** Registers them. */
  void addTo(StackAuthRouteTable routes);
}
