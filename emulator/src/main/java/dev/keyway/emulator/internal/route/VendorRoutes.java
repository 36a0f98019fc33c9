package dev.keyway.emulator.internal.route;

import dev.keyway.emulator.Operation;
import dev.keyway.emulator.internal.http.Route;
import dev.keyway.emulator.internal.http.RouteTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All routes of a vendor: those that are bound are served. For any number of threads.
 *
 * @param <E> see {@link RouteBook}
 */
public final class VendorRoutes<E extends RouteEndpoint> {
  private static final Comparator<VendorError> BY_STATUS =
      Comparator.comparingInt(VendorError::status).thenComparing(VendorError::code);

  private final RouteBook<E> book;
  private final Set<? extends VendorError> everywhere;
  private final Consumer<String> binder;
  private final Catalogue catalogue;
  private final Map<String, Route<E>> bound = new ConcurrentHashMap<>();

  /**
   * Routes whose areas are bound when they are asked for.
   *
   * @param binder binds what a resource needs; told each again and again
   */
  VendorRoutes(
      RouteBook<E> book,
      Catalogue catalogue,
      Set<? extends VendorError> everywhere,
      Consumer<String> binder) {
    this.book = book;
    this.everywhere = everywhere;
    this.binder = binder;
    this.catalogue = catalogue;
  }

  /** Finds what belongs to a request, and binds its area if nobody asked for it before. */
  public RouteTable.Match<E> match(String method, String path) {
    RouteTable.Match<CatalogueRoute> match = catalogue.match(method, path);
    if (match instanceof RouteTable.Found<CatalogueRoute> found) {
      return new RouteTable.Found<>(
          bound(Objects.requireNonNull(found.route().endpoint())), found.parameters());
    }
    return match instanceof RouteTable.WrongMethod<CatalogueRoute> wrong
        ? new RouteTable.WrongMethod<>(wrong.allowed())
        : new RouteTable.Unknown<>();
  }

  private Route<E> bound(CatalogueRoute line) {
    Route<E> known = bound.get(line.operation());
    return known == null ? bind(line) : known;
  }

  private Route<E> bind(CatalogueRoute line) {
    // One at a time: an area binds all of its routes at once.
    synchronized (book) {
      binder.accept(line.resource());
      Route<E> route =
          new Route<>(
              line.method(),
              line.path(),
              line.operation(),
              line.provenance(),
              book.endpoint(line.operation()));
      bound.put(line.operation(), route);
      return route;
    }
  }

  /** The ids of all of them; nothing is bound for that. */
  public Set<String> operationIds() {
    return catalogue.operations();
  }

  /** All of them in the order of the catalogue, as users see them. */
  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    forEach(
        (line, endpoint) ->
            operations.add(
                new Operation(
                    line.provider(),
                    line.operation(),
                    line.method().name(),
                    line.path(),
                    line.provenance(),
                    line.source(),
                    endpoint != null,
                    errors(endpoint).stream().map(VendorError::code).toList())));
    return operations;
  }

  /** Takes each line of the catalogue with what is bound to it. */
  void forEach(BiConsumer<CatalogueRoute, @Nullable RouteEndpoint> taker) {
    for (CatalogueRoute line : catalogue.routes()) {
      taker.accept(line, bound(line).endpoint());
    }
  }

  /** What a route may answer, by status and code; nothing that is not built. */
  List<VendorError> errors(@Nullable RouteEndpoint endpoint) {
    return endpoint == null
        ? List.of()
        : Stream.<VendorError>concat(everywhere.stream(), endpoint.errors().stream())
            .distinct()
            .sorted(BY_STATUS)
            .toList();
  }
}
