package dev.keyway.emulator.internal.route;

/**
 * The routes of one area.
 *
 * @param <B> the vendor's book of routes
 */
public interface RouteArea<B> {
  /** Binds them. */
  void addTo(B book);
}
