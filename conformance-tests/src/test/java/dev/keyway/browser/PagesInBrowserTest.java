package dev.keyway.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldSpec;
import dev.keyway.emulator.seed.Seed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page of another site can do to an emulator on the machine that shows it. */
@InChromium
class PagesInBrowserTest {
  private static final String REFUSED = "TypeError";

  private final AuthEmulator emulator = AuthEmulator.start();
  private final HttpServer site;

  PagesInBrowserTest() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void serve() {
    site.createContext("/", PagesInBrowserTest::page);
    site.start();
  }

  @AfterEach
  void close() {
    site.stop(0);
    emulator.close();
  }

  private static void page(HttpExchange exchange) throws IOException {
    byte[] html =
        "<!doctype html><title>A site</title><h1>A site</h1>".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(200, html.length);
    exchange.getResponseBody().write(html);
    exchange.close();
  }

  private URI siteAt(String host) {
    return URI.create("http://" + host + ":" + site.getAddress().getPort() + "/");
  }

  private URI emulatorAt(String host) {
    return URI.create("http://" + host + ":" + emulator.baseUrl().getPort());
  }

  private static Map<String, String> internal() {
    return Map.of(
        "x-stack-project-id", "internal",
        "x-stack-access-type", "server",
        "x-stack-secret-server-key", "this-secret-server-key-is-for-local-development-only");
  }

  private static Map<String, String> stytch(World world) {
    String pair = world.stytch().projectId() + ":" + world.stytch().secret();
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return Map.of("authorization", "Basic " + basic);
  }

  /** The status that the page gets to see, or the name of what it fails with. */
  private static String get(Chromium chromium, String url, Map<String, String> headers) {
    return fetch(chromium, url, headers, "method: 'GET'");
  }

  private static String post(
      Chromium chromium, String url, Map<String, String> headers, String json) {
    return fetch(chromium, url, headers, "method: 'POST', body: '" + json + "'");
  }

  private static String fetch(
      Chromium chromium, String url, Map<String, String> headers, String more) {
    String named =
        headers.entrySet().stream()
            .map(header -> "'" + header.getKey() + "': '" + header.getValue() + "'")
            .collect(Collectors.joining(", ", "{'content-type': 'application/json', ", "}"));
    return chromium.promised(
        "fetch('" + url + "', {headers: " + named + ", " + more + "}).then(r => '' + r.status)");
  }

  @Test
  void aForeignPageCanDoNothingToProjectsWhoseKeysAreKnown(Chromium chromium) {
    World pinned =
        emulator
            .load(
                Seed.parse(
                    "worlds: [{name: pinned, stytch: {secret: secret-test-known}}]", "pinned"))
            .get(0);
    chromium.openAfresh(siteAt("evil.test"));

    for (String host : List.of("127.0.0.1", "localhost", "evil.test")) {
      String base = emulatorAt(host).toString();
      assertEquals(REFUSED, get(chromium, base + "/api/v1/users", internal()), host);
      assertEquals(
          REFUSED,
          post(
              chromium,
              base + "/api/v1/users",
              internal(),
              "{\"primary_email\": \"eve@example.com\"}"),
          host);
      assertEquals(
          REFUSED,
          post(chromium, base + "/v1/users", stytch(pinned), "{\"email\": \"eve@example.com\"}"),
          host);
      assertEquals(REFUSED, get(chromium, base + "/_emulator/worlds", Map.of()), host);
      assertEquals(REFUSED, post(chromium, base + "/_emulator/worlds", Map.of(), "{}"), host);
    }

    assertEquals(List.of(), pinned.accounts().list());
    assertTrue(
        emulator.world("internal").map(world -> world.accounts().list().isEmpty()).orElse(true));
    assertEquals(
        Optional.empty(),
        emulator.worlds().stream()
            .map(World::name)
            .filter(name -> !List.of("pinned", "internal").contains(name))
            .findFirst());
  }

  @Test
  void aPageOfThisMachineMayUseThem(Chromium chromium) {
    chromium.openAfresh(siteAt("localhost"));

    for (String host : List.of("127.0.0.1", "localhost")) {
      String base = emulatorAt(host).toString();
      assertEquals("200", get(chromium, base + "/api/v1/users", internal()), host);
      assertEquals(
          "201",
          post(
              chromium,
              base + "/api/v1/users",
              internal(),
              "{\"primary_email\": \"" + host + "@example.com\"}"),
          host);
    }
  }

  @Test
  void aWorldWithKeysOfItsOwnAnswersEveryOriginThatKnowsThem(Chromium chromium) {
    World world = emulator.newWorld(WorldSpec.defaults());
    chromium.openAfresh(siteAt("evil.test"));

    Map<String, String> keys =
        Map.of(
            "x-stack-project-id", world.stackAuth().projectId(),
            "x-stack-access-type", "client",
            "x-stack-publishable-client-key", world.stackAuth().publishableClientKey());
    String url = emulator.baseUrl() + "/api/v1/projects/current";
    assertEquals("200", get(chromium, url, keys));
  }

  /** After a page's name leads here, what it asks of itself it asks of the emulator. */
  @Test
  void aSiteWhoseNameLeadsHereIsRefused(Chromium chromium) {
    World world = emulator.newWorld(WorldSpec.defaults());
    chromium.openAfresh(emulatorAt("evil.test").resolve("/health"));
    assertTrue(chromium.text().contains("--host-name"), chromium::text);

    assertEquals("403", get(chromium, "/api/v1/users", internal()));
    assertEquals(
        "403",
        post(chromium, "/api/v1/users", internal(), "{\"primary_email\": \"eve@example.com\"}"));
    assertEquals("403", get(chromium, "/api/v1/users?disguised", disguised()));
    assertEquals("403", get(chromium, "/v1/users/x", stytch(world)));
    assertEquals("403", get(chromium, "/_emulator/worlds", Map.of()));
    assertEquals(Optional.empty(), emulator.world("internal"));
  }

  private static Map<String, String> disguised() {
    Map<String, String> headers = new HashMap<>(internal());
    headers.put("user-agent", "node");
    return headers;
  }
}
