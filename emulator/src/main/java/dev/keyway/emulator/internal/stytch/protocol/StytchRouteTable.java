package dev.keyway.emulator.internal.stytch.protocol;

import dev.keyway.emulator.Provenance;
import dev.keyway.emulator.internal.http.HttpMethod;
import dev.keyway.emulator.internal.http.Route;
import dev.keyway.emulator.internal.http.RouteTable;

/**
 * Where areas register their routes, with their whole paths. Unless told otherwise a route needs
 * the project's credentials, ignores its body, and is known from documentation.
 */
public final class StytchRouteTable {
  private final RouteTable<StytchEndpoint> table = new RouteTable<>();

  RouteTable<StytchEndpoint> table() {
    return table;
  }

  public Draft get(String template, String operation) {
    return new Draft(HttpMethod.GET, template, operation);
  }

  public Draft post(String template, String operation) {
    return new Draft(HttpMethod.POST, template, operation);
  }

  public Draft put(String template, String operation) {
    return new Draft(HttpMethod.PUT, template, operation);
  }

  public Draft delete(String template, String operation) {
    return new Draft(HttpMethod.DELETE, template, operation);
  }

  /** Registers a route that the service has and the emulator has not. */
  void unbuilt(HttpMethod method, String template, String operation) {
    table.add(new Route<>(method, template, operation, Provenance.DOCUMENTED, null));
  }

  /** A route in the making; {@link #answers} registers it. */
  public final class Draft {
    private final HttpMethod method;
    private final String template;
    private final String operation;
    private Provenance provenance = Provenance.DOCUMENTED;
    private boolean open;
    private BodyShape shape = BodyShape.anything();

    private Draft(HttpMethod method, String template, String operation) {
      this.method = method;
      this.template = template;
      this.operation = operation;
    }

    /** Says how its behaviour is known. */
    Draft provenance(Provenance known) {
      provenance = known;
      return this;
    }

    /** Needs no credentials. */
    public Draft open() {
      open = true;
      return this;
    }

    /** Declares the body. */
    public Draft body(BodyShape declared) {
      shape = declared;
      return this;
    }

    /** Registers the route. */
    public void answers(StytchHandler handler) {
      table.add(
          new Route<>(
              method, template, operation, provenance, new StytchEndpoint(open, shape, handler)));
    }
  }
}
