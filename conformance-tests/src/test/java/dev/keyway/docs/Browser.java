package dev.keyway.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** As much of a browser as a form needs: it keeps cookies and follows redirects when told to. */
final class Browser {

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Map<String, String>> cookies = new HashMap<>();
  private final URI site;

  Browser(URI site) {
    this.site = site;
  }

  /** Posts a form to the site. */
  HttpResponse<String> post(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(site.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Posts a script's JSON to the site. */
  HttpResponse<String> postJson(String path, String json) {
    return send(
        HttpRequest.newBuilder(site.resolve(path)).POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  HttpResponse<String> get(URI address) {
    return send(HttpRequest.newBuilder(site.resolve(address)).GET());
  }

  /** Follows redirects from an address to the first page that is none. */
  HttpResponse<String> open(URI address) {
    HttpResponse<String> answer = get(address);
    for (int hops = 0; answer.statusCode() / 100 == 3 && hops < 10; hops++) {
      URI next = URI.create(answer.headers().firstValue("Location").orElseThrow());
      answer = get(answer.uri().resolve(next));
    }
    return answer;
  }

  /** What the site keeps here. */
  String cookie(String name) {
    return at(site).getOrDefault(name, "");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpRequest built = withCookies(request).build();
      HttpResponse<String> answer = http.send(built, HttpResponse.BodyHandlers.ofString());
      keep(at(built.uri()), answer.headers().allValues("Set-Cookie"));
      return answer;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private HttpRequest.Builder withCookies(HttpRequest.Builder request) {
    Map<String, String> known = at(request.copy().build().uri());
    if (known.isEmpty()) {
      return request;
    }
    return request.header(
        "Cookie",
        known.entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; ")));
  }

  /** The cookies of one place: the site has its own, and the service that it leads to too. */
  private Map<String, String> at(URI address) {
    return cookies.computeIfAbsent(address.getAuthority(), place -> new LinkedHashMap<>());
  }

  private static void keep(Map<String, String> known, List<String> headers) {
    for (String header : headers) {
      int equals = header.indexOf('=');
      int end = header.indexOf(';');
      known.put(header.substring(0, equals), header.substring(equals + 1, end));
    }
    known.values().removeIf(String::isEmpty);
  }
}
