package dev.keyway.emulator.internal.stytch.protocol;

import dev.keyway.emulator.internal.route.RouteBook;
import dev.keyway.emulator.internal.route.RouteBuilder;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;

/**
 * What a route accepts. Unless told otherwise it needs the project's credentials and ignores its
 * body.
 */
public final class StytchRouteBuilder
    extends RouteBuilder<StytchRouteBuilder, StytchError, StytchEndpoint> {
  private boolean open;
  private boolean oauth;
  private ObjectType body = ObjectType.of();

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

  /**
   * Is an endpoint of OAuth 2.0: needs no credentials of the project, takes forms as well as JSON,
   * and tells errors in the form of RFC 6749.
   */
  public StytchRouteBuilder oauth() {
    oauth = true;
    fails(StytchError.INVALID_REQUEST, StytchError.PROJECT_NOT_FOUND);
    return open();
  }

  /** Declares the fields of the body, in the order in which they are checked. */
  public StytchRouteBuilder takes(Field<?>... fields) {
    return takes(ObjectType.of(fields));
  }

  /** Declares the body. */
  public StytchRouteBuilder takes(ObjectType declared) {
    body = declared;
    return this;
  }

  /** Ends with who answers. */
  public void answers(StytchHandler handler) {
    bind(new StytchEndpoint(open, oauth, body, errors(), handler));
  }
}
