package dev.keyway.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A browser without script: follows redirects as long as they stay at one place, keeps cookies. */
public final class Browser {

  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  private final URI home;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  public Browser(URI home) {
    this.home = home;
  }

  /** A page, or where the browser left for. */
  public record Visit(Optional<String> page, URI location, int status) {

    public Optional<URI> left(URI home) {
      return isAt(location, home) ? Optional.empty() : Optional.of(location);
    }
  }

  public Visit open(URI location) {
    return go(location, Optional.empty());
  }

  /** Sends a form. */
  public Visit submit(URI action, String form) {
    return go(action, Optional.of(form));
  }

  private Visit go(URI start, Optional<String> form) {
    URI location = start;
    Optional<String> body = form;
    for (int hop = 0; hop < 10; hop++) {
      if (!isAt(location, home)) {
        return new Visit(Optional.empty(), location, 0);
      }
      HttpResponse<String> answer = send(location, body);
      answer.headers().allValues("set-cookie").forEach(this::keep);
      Optional<String> next = answer.headers().firstValue("location");
      if (answer.statusCode() / 100 != 3 || next.isEmpty()) {
        return new Visit(Optional.of(answer.body()), location, answer.statusCode());
      }
      location = location.resolve(next.get());
      body = Optional.empty();
    }
    throw new AssertionError("Too many redirects from " + start.getPath());
  }

  private HttpResponse<String> send(URI location, Optional<String> form) {
    HttpRequest.Builder request = HttpRequest.newBuilder(location).timeout(TIMEOUT);
    request.header("Accept", "text/html");
    if (!cookies.isEmpty()) {
      request.header("Cookie", String.join("; ", cookies.values()));
    }
    form.ifPresent(
        fields ->
            request
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields)));
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("The browser got no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  private void keep(String setCookie) {
    String pair = setCookie.split(";", 2)[0];
    cookies.put(pair.split("=", 2)[0], pair);
  }

  private static boolean isAt(URI location, URI home) {
    return home.getAuthority().equals(location.getAuthority());
  }
}
