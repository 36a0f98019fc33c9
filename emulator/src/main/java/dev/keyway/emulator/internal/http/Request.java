package dev.keyway.emulator.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.keyway.emulator.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request, read whole. Immutable. */
public final class Request {
  private final String method;
  private final String path;
  private final String rawQuery;
  private final Map<String, List<String>> headers;
  private final byte[] body;
  private final boolean oversized;
  private final String remoteAddress;
  private final Map<String, List<String>> query;
  private volatile @Nullable JsonNode json;

  /**
   * Takes the parts of a request.
   *
   * @param path as sent, still encoded, without query
   * @param rawQuery as sent, still encoded; empty when there is none
   * @param headers by lower-case name; whoever gives them changes them no more
   * @param body what was sent, or the empty array when it was more than is accepted
   * @param oversized whether it was more than is accepted
   * @param remoteAddress the sender's IP address
   */
  public Request(
      String method,
      String path,
      String rawQuery,
      Map<String, List<String>> headers,
      byte[] body,
      boolean oversized,
      String remoteAddress) {
    this.method = Objects.requireNonNull(method, "method");
    this.path = Objects.requireNonNull(path, "path");
    this.rawQuery = Objects.requireNonNull(rawQuery, "rawQuery");
    this.headers = Collections.unmodifiableMap(headers);
    this.body = body;
    this.oversized = oversized;
    this.remoteAddress = remoteAddress;
    this.query = rawQuery.isEmpty() ? Map.of() : FormValues.parse(rawQuery);
  }

  /** Method as sent, for example {@code GET}. */
  public String method() {
    return method;
  }

  /** The method of the route that answers: GET for a HEAD, the method as sent for any other. */
  public String routeMethod() {
    return method.equals("HEAD") ? "GET" : method;
  }

  /** The same with the method of the {@linkplain #routeMethod() route that answers}. */
  public Request forRoute() {
    return new Request(routeMethod(), path, rawQuery, headers, body, oversized, remoteAddress);
  }

  /** Path as sent, still encoded, without query. */
  public String path() {
    return path;
  }

  /** Query as sent, still encoded; empty when there is none. */
  public String rawQuery() {
    return rawQuery;
  }

  /** All query parameters, decoded, in order. */
  public Map<String, List<String>> query() {
    return query;
  }

  /** The first value of a query parameter. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).map(values -> values.get(0));
  }

  /** The first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
    return values == null ? Optional.empty() : Optional.of(values.get(0));
  }

  /** The names of all headers, in lower case. */
  public Set<String> headerNames() {
    return headers.keySet();
  }

  /** Media type of the body in lower case, without parameters. */
  public Optional<String> mediaType() {
    return header("content-type")
        .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
  }

  /** The body as text. */
  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /**
   * The body as JSON, read once; empty where there is none or it is no JSON. For those who only
   * look: who keeps parts of it or changes them reads a tree of their own.
   */
  public Optional<JsonNode> json() {
    JsonNode known = json;
    if (known == null) {
      known = parsed();
      json = known;
    }
    return Optional.of(known).filter(node -> !node.isMissingNode());
  }

  private JsonNode parsed() {
    try {
      return hasBody() ? Json.read(bodyText()) : MissingNode.getInstance();
    } catch (Json.Malformed e) {
      return MissingNode.getInstance();
    }
  }

  /** Whether there is a body. */
  public boolean hasBody() {
    return body.length > 0;
  }

  /** Whether the body was larger than is accepted; it is not kept then. */
  public boolean oversized() {
    return oversized;
  }

  /** The sender's IP address. */
  public String remoteAddress() {
    return remoteAddress;
  }

  /** Method and path: never the query or the body, which hold secrets. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
