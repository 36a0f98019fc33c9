package dev.keyway.emulator.internal.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The routes of one provider as a tree of path segments. A literal segment wins over a parameter,
 * so {@code /users/search} is never a user named "search"; where the literal leads nowhere the
 * parameter is tried.
 *
 * @param <E> see {@link Route}
 */
public final class RouteTable<E> {
  private final Node<E> root = new Node<>();
  private final List<Route<E>> routes = new ArrayList<>();

  /**
   * Registers a route.
   *
   * @throws IllegalStateException if method and path are registered already
   */
  public void add(Route<E> route) {
    Node<E> node = root;
    Map<String, Integer> positions = new LinkedHashMap<>();
    int position = 0;
    for (String segment : PathSegments.of(route.template())) {
      if (PathSegments.isParameter(segment)) {
        node = node.parameterChild();
        positions.put(PathSegments.parameterName(segment), position);
      } else {
        node = node.literals.computeIfAbsent(segment, s -> new Node<>());
      }
      position++;
    }
    if (node.routes.putIfAbsent(route.method(), new Registered<>(route, positions)) != null) {
      throw new IllegalStateException(
          "Registered twice: " + route.method() + " " + route.template());
    }
    routes.add(route);
  }

  /** All routes in the order of their registration. */
  public List<Route<E>> routes() {
    return Collections.unmodifiableList(routes);
  }

  /** Finds what belongs to a request. */
  public Match<E> match(String method, String path) {
    List<String> segments = PathSegments.of(path);
    Node<E> node = find(root, segments, 0);
    if (node == null) {
      return new Unknown<>();
    }
    Registered<E> registered = HttpMethod.named(method).map(node.routes::get).orElse(null);
    if (registered == null) {
      return new WrongMethod<>(EnumSet.copyOf(node.routes.keySet()));
    }
    return new Found<>(registered.route(), registered.parameters(segments));
  }

  private static <E> @Nullable Node<E> find(Node<E> node, List<String> segments, int depth) {
    if (depth == segments.size()) {
      return node.routes.isEmpty() ? null : node;
    }
    String segment = segments.get(depth);
    Node<E> literal = node.literals.get(segment);
    if (literal != null) {
      Node<E> found = find(literal, segments, depth + 1);
      if (found != null) {
        return found;
      }
    }
    return node.parameter == null || segment.isEmpty()
        ? null
        : find(node.parameter, segments, depth + 1);
  }

  /** A route, and in which segment each parameter of its path stands. */
  private record Registered<E>(Route<E> route, Map<String, Integer> positions) {
    Map<String, String> parameters(List<String> segments) {
      if (positions.isEmpty()) {
        return Map.of();
      }
      Map<String, String> parameters = new LinkedHashMap<>();
      positions.forEach((name, position) -> parameters.put(name, segments.get(position)));
      return parameters;
    }
  }

  /** What a path and a method lead to. */
  public sealed interface Match<E> permits Found, WrongMethod, Unknown {
    /** The route, if there is one. */
    default Optional<Route<E>> found() {
      return Optional.empty();
    }

    /** The values of its path parameters; none without a route. */
    default Map<String, String> parameters() {
      return Map.of();
    }
  }

  /** A route, with the values of its path parameters. */
  public record Found<E>(Route<E> route, Map<String, String> parameters) implements Match<E> {
    @Override
    public Optional<Route<E>> found() {
      return Optional.of(route);
    }
  }

  /** A path that exists with other methods only. */
  public record WrongMethod<E>(Set<HttpMethod> allowed) implements Match<E> {
    /** The methods in the order of the alphabet, for an Allow header: with GET goes HEAD. */
    public String allow() {
      Set<String> names =
          allowed.stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
      if (allowed.contains(HttpMethod.GET)) {
        names.add("HEAD");
      }
      return String.join(", ", names);
    }
  }

  /** A path that does not exist. */
  public record Unknown<E>() implements Match<E> {}

  private static final class Node<E> {
    final Map<String, Node<E>> literals = new HashMap<>();
    final Map<HttpMethod, Registered<E>> routes = new EnumMap<>(HttpMethod.class);
    @Nullable Node<E> parameter;

    Node<E> parameterChild() {
      if (parameter == null) {
        parameter = new Node<>();
      }
      return parameter;
    }
  }
}
