package dev.keyway.emulator.internal.stytch.protocol;

import dev.keyway.emulator.internal.route.RouteBook;
import dev.keyway.emulator.internal.route.RouteBuilder;

/**
 * What a route accepts. Unless told otherwise it needs the project's credentials and ignores its
 * body.
 */
public final class StytchRouteBuilder
    extends RouteBuilder<StytchRouteBuilder, StytchError, StytchEndpoint> {
  private boolean open;
  private BodyShape shape = BodyShape.anything();

  StytchRouteBuilder(RouteBook<StytchEndpoint> book, String operation) {
    super(book, operation);
  }

  @Override
  protected StytchRouteBuilder self() {
    return this;
  }

  /** Needs no credentials. */
  public StytchRouteBuilder open() {
    open = true;
    return this;
  }

  /** Declares the body. */
  public StytchRouteBuilder body(BodyShape declared) {
    shape = declared;
    return this;
  }

  /** Ends with who answers. */
  public void answers(StytchHandler handler) {
    bind(new StytchEndpoint(open, shape, errors(), handler));
  }
}
