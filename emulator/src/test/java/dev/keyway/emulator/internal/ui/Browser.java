package dev.keyway.emulator.internal.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.emulator.AuthEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Opens pages as a browser without script would. */
final class Browser {
  static final String UI = "/_emulator/ui";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final String origin;

  Browser(AuthEmulator emulator) {
    this.origin = emulator.baseUrl().toString();
  }

  /** The page at that path, which must be there and as every page must be. */
  Page open(String path) {
    Page page = get(path);
    assertEquals(200, page.status(), path);
    WellMade.check(page);
    return page;
  }

  /** Whatever answers at that path. */
  Page get(String path) {
    return send(request(path).GET().build());
  }

  /** Sends a form as that browser would, without following what comes back. */
  Page post(String path, String form) {
    return send(
        request(path)
            .header("origin", origin)
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(path.startsWith("/") ? origin + path : path));
  }

  Page send(HttpRequest request) {
    try {
      return new Page(this, CLIENT.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** What came back. */
  record Page(Browser browser, HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    String html() {
      return response.body();
    }

    Document document() {
      return Jsoup.parse(response.body(), response.uri().toString());
    }

    String text() {
      return document().text();
    }

    String heading() {
      return document().expectFirst("h1").text();
    }

    /** The form that has that button. */
    Form form(String button) {
      return Form.with(this, button);
    }

    /** Presses a button whose form needs nothing else. */
    Page press(String button) {
      return form(button).press();
    }

    /** Follows the link of that text. */
    Page follow(String link) {
      return browser.open(
          document().select("a").stream()
              .filter(a -> a.text().equals(link))
              .findFirst()
              .orElseThrow(() -> new AssertionError("No link " + link + " in " + text()))
              .attr("href"));
    }
  }
}
