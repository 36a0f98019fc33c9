package dev.keyway.emulator.internal.route;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A route in the making, which a vendor extends by what it declares of its routes.
 *
 * @param <B> the vendor's builder
 * @param <X> the vendor's errors
 * @param <E> see {@link RouteBook}
 */
public abstract class RouteBuilder<B, X extends VendorError, E extends RouteEndpoint> {
  private final RouteBook<E> book;
  private final String operation;
  private final Set<X> errors = new LinkedHashSet<>();

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

  /** This. */
  protected abstract B self();

  /** Declares errors that it may answer beyond those of every route. */
  @SafeVarargs
  public final B fails(X... more) {
    for (X error : more) {
      errors.add(error);
    }
    return self();
  }

  /** Declares the errors of a rule that it goes by. */
  public final B fails(Set<X> ofRule) {
    errors.addAll(ofRule);
    return self();
  }

  /** The errors that were declared. */
  protected final Set<X> errors() {
    return Collections.unmodifiableSet(errors);
  }

  /** Ends with what answers. */
  protected final void bind(E endpoint) {
    book.bind(operation, endpoint);
  }
}
