package dev.keyway.emulator.internal.route;

/**
 * A route in the making, which a vendor extends by what it declares of its routes.
 *
 * @param <E> see {@link RouteBook}
 */
public abstract class RouteBuilder<E> {
  private final RouteBook<E> book;
  private final String operation;

  /**
   * Begins.
   *
   * @throws IllegalStateException if the catalogue does not list the operation, or it was begun
   *     before
   */
  protected RouteBuilder(RouteBook<E> book, String operation) {
    this.book = book;
    this.operation = operation;
    book.begin(operation);
  }

  /** Ends with what answers. */
  protected final void bind(E endpoint) {
    book.bind(operation, endpoint);
  }
}
