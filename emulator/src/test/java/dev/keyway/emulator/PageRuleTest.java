package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.seed.Seed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What web pages can do at the vendors' routes, and what nobody else is kept from. */
class PageRuleTest {
  private static final List<String> INTERNAL =
      List.of(
          "x-stack-access-type: server",
          "x-stack-project-id: internal",
          "x-stack-secret-server-key: this-secret-server-key-is-for-local-development-only");

  private static final String PINNED =
      """
      worlds:
        - name: pinned
          stackauth:
            secretServerKey: ssk_known
            settings: {trustedDomains: [{domain: "https://*.shop.test"}]}
          stytch: {secret: secret-test-known}
      """;

  private final AuthEmulator emulator =
      AuthEmulator.builder()
          .publicUrl(URI.create("http://keyway:5399"))
          .hostName("auth.intern")
          .start();
  private final World own = emulator.newWorld();
  private final World pinned = emulator.load(Seed.parse(PINNED, "pinned")).get(0);

  @AfterEach
  void close() {
    emulator.close();
  }

  private String send(String method, String path, List<String> keys, String... marks)
      throws Exception {
    List<String> head = new ArrayList<>(keys);
    head.addAll(List.of(marks));
    if (head.stream().noneMatch(line -> line.startsWith("Host:"))) {
      head.add("Host: localhost:5399");
    }
    String body = method.equals("POST") ? "{\"primary_email\":\"eve@example.com\"}" : "";
    return RawSocket.exchange(
        emulator.baseUrl(),
        "%s %s HTTP/1.1\r\n%s\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
            .formatted(method, path, String.join("\r\n", head), body.length(), body));
  }

  private int users(List<String> keys, String... marks) throws Exception {
    return RawSocket.status(send("GET", "/api/v1/users", keys, marks));
  }

  private static List<String> stack(World world) {
    return List.of(
        "x-stack-access-type: server",
        "x-stack-project-id: " + world.stackAuth().projectId(),
        "x-stack-secret-server-key: " + world.stackAuth().secretServerKey());
  }

  private int jwks(World world, String... marks) throws Exception {
    String pair = world.stytch().projectId() + ":" + world.stytch().secret();
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return RawSocket.status(
        send(
            "GET",
            "/v1/sessions/jwks/" + world.stytch().projectId(),
            List.of("Authorization: Basic " + basic),
            marks));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "keyway:5399", "emulator", "evil.test:80", "10.0.0.7"})
  void whoIsNoBrowserIsServedUnderEveryName(String host) throws Exception {
    assertEquals(200, users(INTERNAL, "Host: " + host));
    assertEquals(200, users(stack(own), "Host: " + host, "User-Agent: node"));
    assertEquals(200, users(stack(own), "Host: " + host, "Sec-Fetch-Mode: cors"));
    assertEquals(200, jwks(pinned, "Host: " + host));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:5399",
        "LOCALHOST",
        "shop.localhost:3000",
        "127.0.0.1:80",
        "127.8.9.10",
        "[::1]:5399",
        "keyway:5399",
        "Keyway",
        "auth.intern:443"
      })
  void aBrowserIsServedUnderTheEmulatorsNames(String host) throws Exception {
    assertEquals(200, users(stack(own), "Host: " + host, "Origin: https://evil.test"));
    assertEquals(200, users(stack(own), "Host: " + host, "Sec-Fetch-Site: same-origin"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.test:5399",
        "localhost.evil.test",
        "127.0.0.1.evil.test",
        "localhost.",
        "0.0.0.0:5399",
        "192.168.1.7",
        "keyway.evil.test"
      })
  void aBrowserThatWasLedHereByAnotherNameIsRefused(String host) throws Exception {
    for (String mark :
        List.of(
            "Origin: http://" + host,
            "Sec-Fetch-Site: same-origin",
            "Sec-Fetch-Site: none",
            "User-Agent: Mozilla/5.0 (X11; Linux x86_64)")) {
      for (List<String> keys : List.of(INTERNAL, stack(own), stack(pinned))) {
        String answer = send("GET", "/api/v1/users", keys, "Host: " + host, mark);
        assertEquals(403, RawSocket.status(answer), mark);
        assertTrue(answer.contains("--host-name"), answer);
        assertFalse(answer.toLowerCase(Locale.ROOT).contains("access-control-"), answer);
      }
      assertEquals(403, jwks(own, "Host: " + host, mark));
    }
  }

  @Test
  void aRefusedNameIsInTheUnmatchedLedgerWithItsCause() throws Exception {
    users(stack(own), "Host: evil.test", "Origin: http://evil.test");

    LedgerEntry entry = emulator.unmatchedRequests().entries().get(0);
    assertEquals(403, entry.status());
    assertEquals("stackauth.unknown", entry.operation());
    assertTrue(String.valueOf(entry.cause()).contains("--host-name"), entry::toString);
    assertEquals(List.of(), own.ledger().entries());
  }

  @Test
  void aWorldWithKeysOfItsOwnKeepsTheVendorsCors() throws Exception {
    for (String origin : List.of("https://evil.test", "null", "http://localhost:3000")) {
      String answer = send("GET", "/api/v1/users", stack(own), "Origin: " + origin);
      assertEquals(200, RawSocket.status(answer));
      assertTrue(answer.toLowerCase(Locale.ROOT).contains("access-control-allow-origin: *"));
      assertEquals(200, jwks(own, "Origin: " + origin, "Sec-Fetch-Site: cross-site"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.test",
        "http://localhost.evil.test",
        "http://127.0.0.1@evil.test",
        "http://shop.test",
        "https://shop.test.evil.test",
        "null",
        "file://",
        "chrome-extension://abcdefgh",
        "",
        "localhost"
      })
  void publishedKeysAreOfNoUseToAPageOfAnotherOrigin(String origin) throws Exception {
    for (List<String> keys : List.of(INTERNAL, stack(pinned))) {
      String answer = send("GET", "/api/v1/users", keys, "Origin: " + origin);
      assertEquals(403, RawSocket.status(answer));
      assertTrue(answer.contains("trusted domains"), answer);
      assertFalse(answer.toLowerCase(Locale.ROOT).contains("access-control-"), answer);
      assertEquals(403, RawSocket.status(send("POST", "/api/v1/users", keys, "Origin: " + origin)));
    }
    assertEquals(403, jwks(pinned, "Origin: " + origin));
    assertEquals(List.of(), pinned.accounts().list());
    assertEquals(
        List.of(), emulator.world("internal").orElseThrow().accounts().list(), "carried out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:3000",
        "https://LOCALHOST",
        "http://127.0.0.1:8080",
        "http://[::1]:8080",
        "http://shop.localhost",
        "http://keyway:5399",
        "https://auth.intern"
      })
  void publishedKeysServePagesOfThisMachineAndOfItsNames(String origin) throws Exception {
    assertEquals(200, users(INTERNAL, "Origin: " + origin, "Sec-Fetch-Site: cross-site"));
    assertEquals(200, users(stack(pinned), "Origin: " + origin));
    assertEquals(200, jwks(pinned, "Origin: " + origin));
  }

  @Test
  void publishedKeysServePagesOfTrustedDomains() throws Exception {
    assertEquals(200, users(stack(pinned), "Origin: https://www.shop.test"));
    assertEquals(403, users(INTERNAL, "Origin: https://www.shop.test"));
    assertEquals(403, jwks(pinned, "Origin: https://www.shop.test"));
  }

  @Test
  void whatABrowserAsksForWithoutAnOriginGoesByTheSite() throws Exception {
    String[] link = {"Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"};
    for (String site : List.of("same-origin", "none")) {
      assertEquals(200, users(INTERNAL, "Sec-Fetch-Site: " + site));
    }
    assertEquals(200, users(INTERNAL, "Sec-Fetch-Site: same-site"));
    assertEquals(403, users(INTERNAL, "Sec-Fetch-Site: same-site", "Host: auth.intern"));
    assertEquals(403, users(INTERNAL, "Sec-Fetch-Site: cross-site"));
    assertEquals(200, users(INTERNAL, "Sec-Fetch-Site: cross-site", link[0], link[1]));
    assertEquals(
        403,
        users(
            INTERNAL,
            "Sec-Fetch-Site: cross-site",
            "Sec-Fetch-Mode: navigate",
            "Sec-Fetch-Dest: iframe"));
    assertEquals(
        403,
        RawSocket.status(
            send(
                "POST",
                "/api/v1/users",
                INTERNAL,
                "Sec-Fetch-Site: cross-site",
                link[0],
                link[1])));
  }

  @Test
  void aRefusedPageMeetsNoFaultAndIsInTheWorldsLedger() throws Exception {
    pinned.faults().on("stackauth.user.list").times(1).respond(503);

    assertEquals(403, users(stack(pinned), "Origin: https://evil.test"));
    assertEquals(503, users(stack(pinned)));

    LedgerEntry entry = pinned.ledger().entries("stackauth.user.list").get(0);
    assertEquals(403, entry.status());
    assertTrue(String.valueOf(entry.cause()).contains("trusted domains"), entry::toString);
  }

  @Test
  void aSeedThatPinsNoKeyPublishesNone() throws Exception {
    World loaded = emulator.load(Seed.parse("worlds: [{name: free}]", "free")).get(0);
    own.load(
        Seed.parse(
            "worlds: [{name: any, users: [{emails: [{address: ada@example.com}]}]}]", "any"));

    assertEquals(200, users(stack(loaded), "Origin: https://evil.test"));
    assertEquals(200, jwks(loaded, "Origin: https://evil.test"));
    assertEquals(200, users(stack(own), "Origin: https://evil.test"));
  }

  @Test
  void theEmulatorsOwnEndpointsKnowTheDeclaredNameToo() throws Exception {
    assertEquals(
        200, RawSocket.status(send("GET", "/_emulator/worlds", List.of(), "Host: auth.intern")));
    assertEquals(
        403, RawSocket.status(send("GET", "/_emulator/worlds", List.of(), "Host: evil.test")));
    assertEquals(
        403,
        RawSocket.status(
            send(
                "GET",
                "/_emulator/worlds",
                List.of(),
                "Host: auth.intern",
                "Origin: http://localhost:3000")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "http://keyway", "keyway:80", "a/b", "a..b", "*", "*.test", "[x]", "a b"})
  void whatIsNoHostNameIsNotDeclared(String name) {
    AuthEmulator.Builder builder = AuthEmulator.builder();
    assertThrows(IllegalArgumentException.class, () -> builder.hostName(name));
  }
}
