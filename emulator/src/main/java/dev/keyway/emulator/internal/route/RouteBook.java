package dev.keyway.emulator.internal.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Binds what answers to the routes of a {@link Catalogue}, by operation id. A route that nothing is
 * bound to is known and not built. Areas are bound when they are first asked for.
 *
 * @param <E> what a vendor knows about a route that is built: what it accepts, and who answers
 */
public final class RouteBook<E extends RouteEndpoint> {
  private final Catalogue catalogue;
  private final Set<? extends VendorError> everywhere;
  private final Set<String> begun = new HashSet<>();
  private final Map<String, E> bound = new HashMap<>();

  /** What the area that is being bound is declared for; null for what is bound by hand. */
  private @Nullable Set<String> resources;

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
   * @throws IllegalStateException if the catalogue does not list it, it was begun before, or the
   *     area is not declared for it
   */
  void begin(String operation) {
    CatalogueRoute route =
        catalogue
            .find(operation)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "The catalogue of routes does not list "
                            + operation
                            + ": add its line, or mend the id"));
    if (resources != null && !resources.contains(route.resource())) {
      throw new IllegalStateException(
          operation + " is bound by an area that is declared for " + resources);
    }
    if (!begun.add(operation)) {
      throw new IllegalStateException(operation + " is bound twice");
    }
  }

  /** Binds what answers to a route that was begun. */
  void bind(String operation, E endpoint) {
    bound.put(operation, endpoint);
  }

  /** Binds an area. */
  private <B> void add(LazyArea<B> area, B book) {
    resources = area.resources();
    try {
      area.area().get().addTo(book);
    } finally {
      resources = null;
    }
  }

  /**
   * What answers to a route; null if it is not built.
   *
   * @throws IllegalStateException if it was begun and nothing answers it
   */
  @Nullable E endpoint(String operation) {
    E endpoint = bound.get(operation);
    if (endpoint == null && begun.contains(operation)) {
      throw new IllegalStateException("Nothing answers " + operation);
    }
    return endpoint;
  }

  /**
   * All routes of the catalogue, in its order. Areas are bound when they are asked for.
   *
   * @param book what they bind to
   */
  public <B> VendorRoutes<E> routes(Collection<LazyArea<B>> areas, B book) {
    Map<String, List<LazyArea<B>>> byResource = new HashMap<>();
    for (LazyArea<B> area : areas) {
      for (String resource : area.resources()) {
        byResource.computeIfAbsent(resource, first -> new ArrayList<>()).add(area);
      }
    }
    Set<LazyArea<B>> left = new HashSet<>(areas);
    return new VendorRoutes<>(
        this,
        catalogue,
        everywhere,
        resource ->
            byResource
                .getOrDefault(resource, List.of())
                .forEach(
                    area -> {
                      if (left.remove(area)) {
                        add(area, book);
                      }
                    }));
  }
}
