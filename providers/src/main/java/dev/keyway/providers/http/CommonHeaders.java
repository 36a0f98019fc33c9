package dev.keyway.providers.http;

import feign.Request;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every request carries. Added here and not by an interceptor of Feign's, for which each is a
 * template that is read and filled in for every request.
 */
final class CommonHeaders {

  private static final List<String> JSON = List.of("application/json");

  private final Map<String, Collection<String>> headers = caseless();

  CommonHeaders(Map<String, String> headers) {
    this.headers.put("Accept", JSON);
    headers.forEach((name, value) -> this.headers.put(name, List.of(value)));
  }

  /** The request with these too; what it says itself counts. */
  Request on(Request request) {
    Map<String, Collection<String>> all = caseless();
    all.putAll(headers);
    all.putAll(request.headers());
    if (request.body() != null) {
      all.put("Content-Type", JSON);
    }
    return Request.create(
        request.httpMethod(),
        request.url(),
        all,
        request.body(),
        request.charset(),
        request.requestTemplate());
  }

  private static Map<String, Collection<String>> caseless() {
    return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  }
}
