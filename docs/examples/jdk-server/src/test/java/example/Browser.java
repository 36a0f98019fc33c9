package example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of a browser as the tests need: cookies, redirects, and the forms of the last page. */
final class Browser {
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final URI site;
  private HttpResponse<String> last;

  Browser(URI site) throws Exception {
    this.site = site;
    open("/");
  }

  Browser open(String path) throws Exception {
    return send(HttpRequest.newBuilder(site.resolve(path)));
  }

  /** Fills a form of the last page and posts it: names and values in turn. */
  Browser submit(String action, String... fields) throws Exception {
    Matcher form =
        Pattern.compile(
                "<form method='post' action='"
                    + action
                    + "'><input type='hidden' name='form-token' value='([^']+)'>")
            .matcher(last.body());
    if (!form.find()) {
      throw new AssertionError("no form posts to " + action + ": " + last.body());
    }
    return post(action, site.toString(), "form-token=" + form.group(1) + "&" + encoded(fields));
  }

  /** What a page of another origin could make the browser do, if it sent all cookies. */
  Browser post(String path, String origin, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(site.resolve(path))
            .header("Origin", origin)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private Browser send(HttpRequest.Builder request) throws IOException, InterruptedException {
    last = http.send(request.build(), BodyHandlers.ofString());
    return this;
  }

  static String encoded(String... fields) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(i == 0 ? "" : "&")
          .append(fields[i])
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], UTF_8));
    }
    return body.toString();
  }

  int status() {
    return last.statusCode();
  }

  String path() {
    return last.uri().getPath();
  }

  String page() {
    return last.body();
  }

  HttpResponse<String> response() {
    return last;
  }

  /** The text of the element with that id. */
  String text(String id) {
    Matcher element = Pattern.compile("id='" + id + "'>([^<]*)<").matcher(last.body());
    if (!element.find()) {
      throw new AssertionError("no element has the id " + id + ": " + last.body());
    }
    return element.group(1);
  }

  String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(java.net.HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }
}
