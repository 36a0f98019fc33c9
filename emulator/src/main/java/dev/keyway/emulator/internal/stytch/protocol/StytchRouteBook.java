package dev.keyway.emulator.internal.stytch.protocol;

import dev.keyway.emulator.internal.http.RouteTable;
import dev.keyway.emulator.internal.route.Catalogue;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.route.RouteBook;
import java.util.Set;

/** Where areas bind what answers to the routes of {@code routes.txt}. */
public final class StytchRouteBook {
  private final RouteBook<StytchEndpoint> book =
      new RouteBook<>(Catalogue.beside(StytchRouteBook.class));

  StytchRouteBook() {}

  /** The routes of the catalogue, with what {@code areas} bind to them. */
  static RouteTable<StytchEndpoint> tableOf(Set<RouteArea<StytchRouteBook>> areas) {
    StytchRouteBook book = new StytchRouteBook();
    areas.forEach(area -> area.addTo(book));
    return book.book.table();
  }

  /**
   * Begins with the route of an operation.
   *
   * @throws IllegalStateException if the catalogue does not list it, or it was begun before
   */
  public StytchRouteBuilder on(String operation) {
    return new StytchRouteBuilder(book, operation);
  }
}
