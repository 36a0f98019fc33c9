package dev.keyway.emulator.internal.stackauth.protocol;

import dev.keyway.emulator.internal.route.Catalogue;
import dev.keyway.emulator.internal.route.LazyArea;
import dev.keyway.emulator.internal.route.RouteBook;
import dev.keyway.emulator.internal.route.VendorRoutes;
import java.util.Set;

/** Where areas bind what answers to the routes of {@code routes.txt}. */
public final class StackAuthRouteBook {
  /**
   * Told before a handler sees the request, whatever it is for; the rest follows from what a route
   * accepts.
   */
  private static final Set<KnownError> EVERYWHERE =
      Set.of(
          KnownError.BODY_PARSING_ERROR,
          KnownError.PROJECT_KEY_WITHOUT_ACCESS_TYPE,
          KnownError.INVALID_ACCESS_TYPE,
          KnownError.ACCESS_TYPE_WITHOUT_PROJECT_ID,
          KnownError.UNPARSABLE_ACCESS_TOKEN,
          KnownError.ACCESS_TOKEN_EXPIRED,
          KnownError.INVALID_PROJECT_FOR_ACCESS_TOKEN,
          KnownError.ANONYMOUS_AUTHENTICATION_NOT_ALLOWED,
          KnownError.RESTRICTED_USER_NOT_ALLOWED,
          KnownError.CURRENT_PROJECT_NOT_FOUND,
          KnownError.UNPARSABLE_ADMIN_ACCESS_TOKEN,
          KnownError.ADMIN_ACCESS_TOKEN_EXPIRED,
          KnownError.ADMIN_ACCESS_TOKEN_IS_NOT_ADMIN,
          KnownError.PUBLISHABLE_CLIENT_KEY_REQUIRED_FOR_PROJECT,
          KnownError.INVALID_PUBLISHABLE_CLIENT_KEY,
          KnownError.SERVER_AUTHENTICATION_REQUIRED,
          KnownError.INVALID_SECRET_SERVER_KEY,
          KnownError.ADMIN_AUTHENTICATION_REQUIRED,
          KnownError.INVALID_SUPER_SECRET_ADMIN_KEY,
          KnownError.BRANCH_DOES_NOT_EXIST);

  /** Read once for all emulators of a Java process. */
  private static final Catalogue CATALOGUE = Catalogue.beside(StackAuthRouteBook.class);

  private final RouteBook<StackAuthEndpoint> book = new RouteBook<>(CATALOGUE, EVERYWHERE);

  StackAuthRouteBook() {}

  /** The routes of the catalogue, with what {@code areas} bind to them. */
  static VendorRoutes<StackAuthEndpoint> routesOf(Set<LazyArea<StackAuthRouteBook>> areas) {
    StackAuthRouteBook book = new StackAuthRouteBook();
    return book.book.routes(areas, book);
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
