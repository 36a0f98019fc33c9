package dev.keyway.emulator.internal.stackauth.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.stackauth.state.AccessTokenClaims;
import dev.keyway.emulator.internal.stackauth.state.AccessType;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that is authenticated and in form. */
public final class StackAuthCall {
  private final Request request;
  private final StackAuthHeaders headers;
  private final Map<String, String> path;
  private final Caller caller;
  private final @Nullable StackAuthProject located;
  private final Sent asked;
  private final Sent taken;

  StackAuthCall(
      Request request,
      StackAuthHeaders headers,
      Map<String, String> path,
      Caller caller,
      @Nullable StackAuthProject located,
      Sent asked,
      Sent taken) {
    this.request = request;
    this.headers = headers;
    this.path = path;
    this.caller = caller;
    this.located = located;
    this.asked = asked;
    this.taken = taken;
  }

  public Request request() {
    return request;
  }

  public StackAuthHeaders headers() {
    return headers;
  }

  /** The access type, on routes that need one. */
  public AccessType accessType() {
    AccessType type = caller.type();
    if (type == null) {
      throw KnownError.ACCESS_TYPE_REQUIRED.failure();
    }
    return type;
  }

  /** Whether the caller is a client, who may do less than a server. */
  public boolean fromClient() {
    return accessType() == AccessType.CLIENT;
  }

  /** The authenticated project, on routes that need an access type. */
  public StackAuthProject project() {
    StackAuthProject project = caller.project();
    if (project == null) {
      throw KnownError.ACCESS_TYPE_REQUIRED.failure();
    }
    return project;
  }

  /**
   * The project that the request names in its headers, path, query or body, on routes that need no
   * access type. Its credentials are not checked.
   */
  public Optional<StackAuthProject> namedProject() {
    return Optional.ofNullable(located);
  }

  /** The user on the request. */
  public Optional<StackAuthUser> user() {
    return Optional.ofNullable(caller.user());
  }

  /** The user on the request, where {@code me} stands for them. */
  public StackAuthUser me() {
    return user().orElseThrow(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER::failure);
  }

  /** The user id that a request names, {@code me} being the user on the request. */
  public String userId(String named) {
    return named.equals("me") ? me().id() : named.toLowerCase(Locale.ROOT);
  }

  /** What the access token says; empty when none was sent. */
  public Optional<AccessTokenClaims> token() {
    return Optional.ofNullable(caller.token());
  }

  /** A path parameter. */
  public String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The route has no parameter " + name);
    }
    return value;
  }

  /** The parameters of the query. */
  public Values parameters() {
    return asked.values();
  }

  /** The value of a parameter of the query; none if it is absent. */
  public <T> Optional<T> parameter(Field<T> field) {
    return asked.find(field);
  }

  /** The fields of the body. */
  public Values fields() {
    return taken.values();
  }

  /** The body as it was understood, for what is handed on by name. */
  public ObjectNode tree() {
    return taken.tree();
  }

  /** The value of a field of the body that must be there. */
  public <T> T get(Field<T> field) {
    return taken.values().get(field);
  }

  /**
   * The value of a field of the body; none if it is absent or null, or if only callers of another
   * access type may send it.
   */
  public <T> Optional<T> find(Field<T> field) {
    return taken.find(field);
  }

  /** Whether a field of the body is there, be it null. */
  public boolean has(Field<?> field) {
    return taken.has(field);
  }

  /** Whether a flag of the body is there, and set. */
  public boolean isSet(Field<Boolean> flag) {
    return find(flag).orElse(false);
  }
}
