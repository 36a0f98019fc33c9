package dev.keyway.emulator.internal.stackauth.protocol;

import dev.keyway.emulator.internal.http.RouteTable;
import dev.keyway.emulator.internal.route.Catalogue;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.route.RouteBook;
import java.util.Set;

/** Where areas bind what answers to the routes of {@code routes.txt}. */
public final class StackAuthRouteBook {
  private final RouteBook<StackAuthEndpoint> book =
      new RouteBook<>(Catalogue.beside(StackAuthRouteBook.class));

  StackAuthRouteBook() {}

  /** The routes of the catalogue, with what {@code areas} bind to them. */
  static RouteTable<StackAuthEndpoint> tableOf(Set<RouteArea<StackAuthRouteBook>> areas) {
    StackAuthRouteBook book = new StackAuthRouteBook();
    areas.forEach(area -> area.addTo(book));
    return book.book.table();
  }

  /**
   * Begins with the route of an operation.
   *
   * @throws IllegalStateException if the catalogue does not list it, or it was begun before
   */
  public StackAuthRouteBuilder on(String operation) {
    return new StackAuthRouteBuilder(book, operation);
  }
}
