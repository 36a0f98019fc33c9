package dev.keyway.emulator.internal.stytch.protocol;

import dev.keyway.emulator.internal.route.Catalogue;
import dev.keyway.emulator.internal.route.LazyArea;
import dev.keyway.emulator.internal.route.RouteBook;
import dev.keyway.emulator.internal.route.VendorRoutes;
import java.util.Set;

/** Where areas bind what answers to the routes of {@code routes.txt}. */
public final class StytchRouteBook {
  /** Told before a handler sees the request, or planted as a fault of any route. */
  private static final Set<StytchError> EVERYWHERE =
      Set.of(
          StytchError.BAD_REQUEST,
          StytchError.UNAUTHORIZED_CREDENTIALS,
          StytchError.LIVE_ID_USED_IN_TEST_ENVIRONMENT,
          StytchError.ROUTE_NOT_FOUND,
          StytchError.METHOD_NOT_ALLOWED,
          StytchError.TOO_MANY_REQUESTS,
          StytchError.INTERNAL_SERVER_ERROR,
          StytchError.SERVER_UNAVAILABLE,
          StytchError.SEARCH_TIMEOUT,
          StytchError.UNKNOWN_ERROR);

  /** Read once for all emulators of a Java process. */
  private static final Catalogue CATALOGUE = Catalogue.beside(StytchRouteBook.class);

  private final RouteBook<StytchEndpoint> book = new RouteBook<>(CATALOGUE, EVERYWHERE);

  StytchRouteBook() {}

  /** The routes of the catalogue, with what {@code areas} bind to them. */
  static VendorRoutes<StytchEndpoint> routesOf(Set<LazyArea<StytchRouteBook>> areas) {
    StytchRouteBook book = new StytchRouteBook();
    return book.book.routes(areas, book);
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
