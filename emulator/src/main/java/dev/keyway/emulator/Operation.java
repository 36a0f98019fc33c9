package dev.keyway.emulator;

import java.util.List;

/**
 * A route of an emulated service.
 *
 * @param provider the vendor, as {@link VendorService#id} says it
 * @param id operation id: the provider, the area and what it does, with dots between
 * @param method HTTP method
 * @param path path template with parameters in braces
 * @param provenance how its behaviour is known
 * @param source where it was read, for example {@code backend source: auth/password/sign-in};
 *     {@code -} where nobody can say
 * @param built false for a route that the real service has and the emulator answers with 501
 * @param errors the codes of the errors that it may answer, by status and code; none when it is not
 *     built. Answers without a code are not among them.
 */
public record Operation(
    String provider,
    String id,
    String method,
    String path,
    Provenance provenance,
    String source,
    boolean built,
    List<String> errors) {

  /** Copies the list. */
  public Operation {
    errors = List.copyOf(errors);
  }
}
