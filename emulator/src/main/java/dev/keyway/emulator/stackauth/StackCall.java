package dev.keyway.emulator.stackauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.http.Exchange;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that is authenticated and in form. */
final class StackCall {
  private final Exchange exchange;
  private final StackHeaders headers;
  private final Map<String, String> path;
  private final Caller caller;
  private final @Nullable StackAuthProject located;
  private final ObjectNode query;
  private final ObjectNode body;

  StackCall(
      Exchange exchange,
      StackHeaders headers,
      Map<String, String> path,
      Caller caller,
      @Nullable StackAuthProject located,
      ObjectNode query,
      ObjectNode body) {
    this.exchange = exchange;
    this.headers = headers;
    this.path = path;
    this.caller = caller;
    this.located = located;
    this.query = query;
    this.body = body;
  }

  Exchange exchange() {
    return exchange;
  }

  StackHeaders headers() {
    return headers;
  }

  /** The access type, on routes that need one. */
  AccessType accessType() {
    AccessType type = caller.type();
    if (type == null) {
      throw KnownError.ACCESS_TYPE_REQUIRED.failure();
    }
    return type;
  }

  /** Whether the caller is a client, who may do less than a server. */
  boolean fromClient() {
    return accessType() == AccessType.CLIENT;
  }

  /** The authenticated project, on routes that need an access type. */
  StackAuthProject project() {
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
  Optional<StackAuthProject> namedProject() {
    return Optional.ofNullable(located);
  }

  /** The user on the request. */
  Optional<StackUser> user() {
    return Optional.ofNullable(caller.user());
  }

  /** The user on the request, where {@code me} stands for them. */
  StackUser me() {
    return user().orElseThrow(KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER::failure);
  }

  /** The user id that a request names, {@code me} being the user on the request. */
  String userId(String named) {
    return named.equals("me") ? me().id() : named.toLowerCase(Locale.ROOT);
  }

  /** What the access token says; empty when none was sent. */
  Optional<AccessTokenClaims> token() {
    return Optional.ofNullable(caller.token());
  }

  /** A path parameter. */
  String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The route has no parameter " + name);
    }
    return value;
  }

  /** The declared fields of the query, in their declared types. */
  ObjectNode query() {
    return query;
  }

  /** The declared fields of the body, in their declared types. */
  ObjectNode body() {
    return body;
  }

  /** A required text field of the body. */
  String text(String field) {
    return optionalText(field)
        .orElseThrow(() -> new IllegalArgumentException("The schema does not require " + field));
  }

  /** A text field of the body; empty when absent or null. */
  Optional<String> optionalText(String field) {
    return Optional.ofNullable(body.get(field)).map(JsonNode::textValue);
  }

  /** A text parameter of the query; empty when absent. */
  Optional<String> queryText(String name) {
    return Optional.ofNullable(query.get(name)).map(JsonNode::textValue);
  }
}
