package dev.keyway.emulator.internal.route;

import dev.keyway.emulator.Operation;
import dev.keyway.emulator.internal.http.Route;
import dev.keyway.emulator.internal.http.RouteTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All routes of a vendor: those that are bound are served. Immutable.
 *
 * @param <E> see {@link RouteBook}
 */
public final class VendorRoutes<E extends RouteEndpoint> {
  private static final Comparator<VendorError> BY_STATUS =
      Comparator.comparingInt(VendorError::status).thenComparing(VendorError::code);

  private final Set<? extends VendorError> everywhere;
  private final List<CatalogueRoute> lines = new ArrayList<>();
  private final RouteTable<E> table = new RouteTable<>();

  VendorRoutes(Set<? extends VendorError> everywhere) {
    this.everywhere = everywhere;
  }

  void add(CatalogueRoute line, @Nullable E endpoint) {
    lines.add(line);
    table.add(
        new Route<>(line.method(), line.path(), line.operation(), line.provenance(), endpoint));
  }

  /** Finds what belongs to a request. */
  public RouteTable.Match<E> match(String method, String path) {
    return table.match(method, path);
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
    for (int i = 0; i < lines.size(); i++) {
      taker.accept(lines.get(i), table.routes().get(i).endpoint());
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
