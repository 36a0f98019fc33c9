package dev.keyway.emulator.internal.stackauth.protocol;

import dev.keyway.emulator.internal.route.RouteBook;
import dev.keyway.emulator.internal.route.RouteBuilder;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
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
 * What a route accepts. Unless told otherwise it is open to clients, servers and administrators,
 * and ignores query and body.
 */
public final class StackAuthRouteBuilder
    extends RouteBuilder<StackAuthRouteBuilder, KnownError, StackAuthEndpoint> {
  private Set<AccessType> access = EnumSet.allOf(AccessType.class);
  private boolean userDeclared;
  private final List<String> requiredHeaders = new ArrayList<>();
  private final List<String> breaksOn = new ArrayList<>();
  private @Nullable ObjectType query;
  private @Nullable Map<AccessType, ObjectType> bodies;

  StackAuthRouteBuilder(RouteBook<StackAuthEndpoint> book, String operation) {
    super(book, operation);
  }

  @Override
  protected StackAuthRouteBuilder self() {
    return this;
  }

  /** Needs no header at all. */
  public StackAuthRouteBuilder open() {
    access = EnumSet.noneOf(AccessType.class);
    return this;
  }

  /** Is for servers and administrators. */
  public StackAuthRouteBuilder serverOnly() {
    access = EnumSet.of(AccessType.SERVER, AccessType.ADMIN);
    return this;
  }

  /** Is for administrators. */
  public StackAuthRouteBuilder adminOnly() {
    access = EnumSet.of(AccessType.ADMIN);
    return this;
  }

  /** Declares a user: without one the request is out of form. */
  public StackAuthRouteBuilder withUser() {
    userDeclared = true;
    return this;
  }

  /** Declares a header that must be there, without family. */
  public StackAuthRouteBuilder header(String name) {
    requiredHeaders.add(name);
    return this;
  }

  /** Declares the query: the query in the order in which they are checked. */
  public StackAuthRouteBuilder asks(Field<?>... fields) {
    return asks(ObjectType.of(fields));
  }

  /** Declares the query. */
  public StackAuthRouteBuilder asks(ObjectType declared) {
    query = declared;
    return this;
  }

  /** Declares the fields of the body, in the order in which they are checked. */
  public StackAuthRouteBuilder takes(Field<?>... fields) {
    return takes(ObjectType.of(fields));
  }

  /** Declares the body, the same for every access type. */
  public StackAuthRouteBuilder takes(ObjectType declared) {
    return takes(declared, AccessType.values());
  }

  /** Declares the body of some access types. */
  public StackAuthRouteBuilder takes(ObjectType declared, AccessType... types) {
    Map<AccessType, ObjectType> all = new EnumMap<>(AccessType.class);
    if (bodies != null) {
      all.putAll(bodies);
    }
    Arrays.stream(types).forEach(type -> all.put(type, declared));
    bodies = all;
    return this;
  }

  /**
   * Declares what makes the service itself fail, for a {@link StackAuthFailure#uncaught}.
   *
   * @param what goes on after "fails on"
   */
  public StackAuthRouteBuilder breaksOn(String what) {
    breaksOn.add(what);
    return this;
  }

  /** What was declared, and what follows from what the route accepts. */
  private Set<KnownError> declared() {
    Set<KnownError> all = EnumSet.noneOf(KnownError.class);
    all.addAll(errors());
    if (!access.isEmpty()) {
      all.add(KnownError.ACCESS_TYPE_REQUIRED);
    }
    if (!access.isEmpty() && access.size() < AccessType.values().length) {
      all.add(KnownError.INSUFFICIENT_ACCESS_TYPE);
    }
    if (userDeclared || query != null || bodies != null || !requiredHeaders.isEmpty()) {
      all.add(KnownError.SCHEMA_ERROR);
    }
    return all;
  }

  /** Ends with who answers. */
  public void answers(StackAuthHandler handler) {
    if (!access.isEmpty()) {
      breaksOn.add("an access token that contradicts itself");
    }
    bind(
        new StackAuthEndpoint(
            access,
            userDeclared,
            query,
            requiredHeaders,
            bodies,
            declared(),
            List.copyOf(breaksOn),
            handler));
  }
}
