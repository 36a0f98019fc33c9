package dev.keyway.emulator.internal.http;

import dev.keyway.emulator.Operation;
import dev.keyway.emulator.Provenance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One route of one provider.
 *
 * @param <E> what the API knows about it beyond this: what it accepts, and who answers
 * @param method its method
 * @param template its path with parameters in braces
 * @param operation its operation id
 * @param provenance how its behaviour is known
 * @param endpoint null for a route that is known and not built
 */
public record Route<E>(
    HttpMethod method,
    String template,
    String operation,
    Provenance provenance,
    @Nullable E endpoint) {

  /** As users see it. */
  public Operation describe() {
    String provider = operation.substring(0, operation.indexOf('.'));
    return new Operation(
        provider, operation, method.name(), template, provenance, "-", endpoint != null, List.of());
  }
}
