package dev.keyway.emulator.internal.stackauth.protocol;

import dev.keyway.emulator.Provenance;
import dev.keyway.emulator.internal.http.HttpMethod;
import dev.keyway.emulator.internal.http.Route;
import dev.keyway.emulator.internal.http.RouteTable;
import dev.keyway.emulator.internal.stackauth.state.AccessType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where areas register their routes. Paths are relative to {@code /api/v1}. Unless told otherwise a
 * route is open to clients, servers and administrators, ignores query and body, and is known from
 * the vendor's source.
 */
public final class StackAuthRouteTable {
  private final RouteTable<StackAuthEndpoint> table = new RouteTable<>();

  RouteTable<StackAuthEndpoint> table() {
    return table;
  }

  public Draft get(String template, String operation) {
    return new Draft(HttpMethod.GET, template, operation);
  }

  public Draft post(String template, String operation) {
    return new Draft(HttpMethod.POST, template, operation);
  }

  public Draft patch(String template, String operation) {
    return new Draft(HttpMethod.PATCH, template, operation);
  }

  public Draft delete(String template, String operation) {
    return new Draft(HttpMethod.DELETE, template, operation);
  }

  /** Registers a route that the service has and the emulator has not. */
  void unbuilt(HttpMethod method, String template, String operation) {
    table.add(new Route<>(method, template, operation, Provenance.VENDOR_SOURCE, null));
  }

  /** A route in the making; {@link #answers} registers it. */
  public final class Draft {
    private final HttpMethod method;
    private final String template;
    private final String operation;
    private Provenance provenance = Provenance.VENDOR_SOURCE;
    private Set<AccessType> access = EnumSet.allOf(AccessType.class);
    private boolean userDeclared;
    private @Nullable Schema query;
    private final List<String> requiredHeaders = new ArrayList<>();
    private @Nullable Map<AccessType, Schema> bodies;

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

    /** Needs no header at all. */
    public Draft open() {
      access = EnumSet.noneOf(AccessType.class);
      return this;
    }

    /** Is for servers and administrators. */
    public Draft serverOnly() {
      access = EnumSet.of(AccessType.SERVER, AccessType.ADMIN);
      return this;
    }

    /** Is for administrators. */
    public Draft adminOnly() {
      access = EnumSet.of(AccessType.ADMIN);
      return this;
    }

    /** Declares a user: without one the request is out of form. */
    public Draft withUser() {
      userDeclared = true;
      return this;
    }

    /** Declares the query. */
    public Draft query(Schema schema) {
      query = schema;
      return this;
    }

    /** Declares a header that must be there, without family. */
    public Draft header(String name) {
      requiredHeaders.add(name);
      return this;
    }

    /** Declares the body, the same for every access type. */
    public Draft body(Schema schema) {
      return body(schema, AccessType.values());
    }

    /** Declares the body of some access types. */
    public Draft body(Schema schema, AccessType... types) {
      if (bodies == null) {
        bodies = new EnumMap<>(AccessType.class);
      }
      Map<AccessType, Schema> declared = bodies;
      Arrays.stream(types).forEach(type -> declared.put(type, schema));
      return this;
    }

    /** Registers the route. */
    public void answers(StackAuthHandler handler) {
      table.add(
          new Route<>(
              method,
              template,
              operation,
              provenance,
              new StackAuthEndpoint(
                  access, userDeclared, query, requiredHeaders, bodies, handler)));
    }
  }
}
