package dev.keyway.providers.http;

import feign.Request;
import feign.RequestLine;
import java.lang.reflect.Method;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What a wire call is, without anything that varies between calls.
 *
 * @param method the HTTP method
 * @param template the path with its placeholders
 * @param reads whether it leaves nothing behind
 */
record Route(String method, String template, boolean reads) {

  private static final ConcurrentMap<Method, Route> KNOWN = new ConcurrentHashMap<>();

  static Route of(Request request) {
    return of(request.requestTemplate().methodMetadata().method());
  }

  static Route of(Method declaration) {
    return KNOWN.computeIfAbsent(declaration, Route::read);
  }

  private static Route read(Method declaration) {
    RequestLine line = declaration.getAnnotation(RequestLine.class);
    if (line == null) {
      throw new IllegalStateException(declaration.getName() + " has no @RequestLine");
    }
    String[] parts = line.value().split("[ ?]", 3);
    boolean reads = parts[0].equals("GET") || declaration.isAnnotationPresent(Reads.class);
    return new Route(parts[0], parts[1], reads);
  }

  @Override
  public String toString() {
    return method + " " + template;
  }
}
