package dev.keyway.emulator.internal.pipeline;

import dev.keyway.emulator.EmulatedError;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.route.ApiDocument;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One provider's protocol. */
public interface VendorApi {

  /** What the vendor is called in operations and ledgers. */
  String provider();

  /** Where the API is, as a sentence for who looked elsewhere; nothing for what is no vendor's. */
  default Optional<String> whereabouts() {
    return Optional.empty();
  }

  /** Whether requests to that path are this provider's. */
  boolean owns(String path);

  /**
   * Finds the world and the operation of a request, without judging its credentials: a request with
   * a wrong key for a known project belongs to that project's world.
   */
  RoutedRequest route(Request request);

  /**
   * Whether HEAD is answered by the GET route of that operation. By default so for what probes and
   * caches ask without a key: health and published keys. Elsewhere the vendor's own word stands,
   * and a GET that redeems something is not set off by a program that only looks.
   */
  default boolean answersHead(String operation) {
    List<String> words = List.of(operation.split("\\."));
    return words.contains("health") || words.contains("jwks");
  }

  /** The neutral code that a response becomes in the library; empty where it is no error. */
  default Optional<String> neutralCode(String operation, Response response) {
    return Optional.empty();
  }

  /** Loads what a first request will need, if that takes a while; called on any thread. */
  default void prepare() {}

  /** All routes, built or not, in the order of their registration. */
  List<Operation> operations();

  /** The ids of all routes, which may be known before the routes are put together. */
  default Set<String> operationIds() {
    return operations().stream().map(Operation::id).collect(Collectors.toUnmodifiableSet());
  }

  /** The document of its API; empty where there is no vendor behind it. */
  default Optional<ApiDocument> document() {
    return Optional.empty();
  }

  /** All errors with a code, in the order of the provider's own list; none by default. */
  default List<EmulatedError> errors() {
    return List.of();
  }
}
