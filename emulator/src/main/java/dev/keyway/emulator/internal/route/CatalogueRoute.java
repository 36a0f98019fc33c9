package dev.keyway.emulator.internal.route;

import dev.keyway.emulator.Provenance;
import dev.keyway.emulator.internal.http.HttpMethod;

/**
 * One line of a {@link Catalogue}.
 *
 * @param method its method
 * @param path its whole path with parameters in braces
 * @param operation its operation id, unlike all others
 * @param provenance how its behaviour is known
 * @param source where it was read, in the words of the file's own head; {@code -} if nobody knows
 */
public record CatalogueRoute(
    HttpMethod method, String path, String operation, Provenance provenance, String source) {

  /** Whose route it is. */
  String provider() {
    return operation.substring(0, operation.indexOf('.'));
  }

  /** The second word of the operation id. */
  String resource() {
    int first = operation.indexOf('.') + 1;
    int second = operation.indexOf('.', first);
    return second < 0 ? operation.substring(first) : operation.substring(first, second);
  }

  /** What it is about: the operation id without its first part and, if it has more, its last. */
  String area() {
    String rest = operation.substring(operation.indexOf('.') + 1);
    return rest.contains(".") ? rest.substring(0, rest.lastIndexOf('.')) : rest;
  }
}
