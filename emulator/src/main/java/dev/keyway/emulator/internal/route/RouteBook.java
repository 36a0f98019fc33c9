package dev.keyway.emulator.internal.route;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Binds what answers to the routes of a {@link Catalogue}, by operation id. A route that nothing is
 * bound to is known and not built. Whatever is wrong is said while the emulator starts.
 *
 * @param <E> what a vendor knows about a route that is built: what it accepts, and who answers
 */
public final class RouteBook<E extends RouteEndpoint> {
  private final Catalogue catalogue;
  private final Set<? extends VendorError> everywhere;
  private final Set<String> begun = new HashSet<>();
  private final Map<String, E> bound = new HashMap<>();

  /**
   * Nothing is bound yet.
   *
   * @param everywhere the errors that any route may answer
   */
  public RouteBook(Catalogue catalogue, Set<? extends VendorError> everywhere) {
    this.catalogue = catalogue;
    this.everywhere = everywhere;
  }

  /**
   * Begins with the route of an operation; {@link #bind} ends with it.
   *
   * @throws IllegalStateException if the catalogue does not list it, or it was begun before
   */
  void begin(String operation) {
    if (catalogue.find(operation).isEmpty()) {
      throw new IllegalStateException(
          "The catalogue of routes does not list " + operation + ": add its line, or mend the id");
    }
    if (!begun.add(operation)) {
      throw new IllegalStateException(operation + " is bound twice");
    }
  }

  /** Binds what answers to a route that was begun. */
  void bind(String operation, E endpoint) {
    bound.put(operation, endpoint);
  }

  /**
   * All routes of the catalogue, in its order.
   *
   * @throws IllegalStateException if a route was begun and nothing answers it, or two have the same
   *     method and path
   */
  public VendorRoutes<E> routes() {
    VendorRoutes<E> routes = new VendorRoutes<>(everywhere);
    for (CatalogueRoute route : catalogue.routes()) {
      E endpoint = bound.get(route.operation());
      if (endpoint == null && begun.contains(route.operation())) {
        throw new IllegalStateException("Nothing answers " + route.operation());
      }
      routes.add(route, endpoint);
    }
    return routes;
  }
}
