package dev.keyway.emulator.internal.http;

import java.util.Optional;

/** The methods that a route may have. */
public enum HttpMethod {
  /** GET. */
  GET,
  /** POST. */
  POST,
  /** PUT. */
  PUT,
  /** PATCH. */
  PATCH,
  /** DELETE. */
  DELETE;

  private static final HttpMethod[] ALL = values();

  /** The method of that name; empty for any other. */
  public static Optional<HttpMethod> named(String name) {
    for (HttpMethod method : ALL) {
      if (method.name().equals(name)) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }
}
