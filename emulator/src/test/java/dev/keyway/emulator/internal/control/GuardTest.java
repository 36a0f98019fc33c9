package dev.keyway.emulator.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmulatorExtension.class)
class GuardTest {
  private final AuthEmulator emulator;
  private final Wire wire;

  GuardTest(AuthEmulator emulator) {
    this.emulator = emulator;
    this.wire = Wire.to(URI.create(emulator.baseUrl() + "/_emulator"));
  }

  private String get(String host, String... headers) throws Exception {
    String[] all = new String[headers.length + 1];
    all[0] = "Host: " + host;
    System.arraycopy(headers, 0, all, 1, headers.length);
    return RawHttp.exchange(emulator.baseUrl(), "GET /_emulator/worlds HTTP/1.1", "", all);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://localhost:3000",
        "http://127.0.0.1.evil.example",
        "null",
        "file://",
        "",
        "http://127.0.0.1@evil.example",
      })
  void aPageOfAnotherOriginIsTurnedAway(String origin) throws Exception {
    Wire.Reply reply = wire.with("origin", origin).get("/worlds");

    assertEquals(403, reply.status());
    assertEquals("forbidden", reply.json().at("/error/code").asText());
  }

  @Test
  void itsOwnPagesMayCall() throws Exception {
    assertEquals(200, wire.with("origin", emulator.baseUrl().toString()).get("/worlds").status());
  }

  @Test
  void aForeignPageChangesNothing(World world) throws Exception {
    Instant before = world.clock().freeze();
    Wire foreign = wire.with("origin", "https://evil.example");

    assertEquals(403, foreign.send("DELETE", "/worlds/" + world.id(), "").status());
    assertEquals(
        403, foreign.post("/worlds/" + world.id() + "/clock/advance", "{\"by\":\"P1D\"}").status());

    assertEquals(200, wire.get("/worlds/" + world.id()).status());
    assertEquals(before, world.clock().now());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void whatABrowserSendsForAnotherSiteIsTurnedAway(String site) throws Exception {
    assertEquals(403, wire.with("sec-fetch-site", site).get("/worlds").status());
    assertEquals(
        403,
        wire.with("sec-fetch-site", site)
            .with("sec-fetch-mode", "navigate")
            .with("sec-fetch-dest", "document")
            .get("/worlds")
            .status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-origin", "none"})
  void whatAPersonAsksForIsAnswered(String site) throws Exception {
    assertEquals(200, wire.with("sec-fetch-site", site).get("/worlds").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example:80",
        "169.254.1.1",
        "0.0.0.0",
        "[::2]",
        "localhost:80:80",
        "evil.example@localhost",
        "localhost/",
      })
  void aNameThatOnlyResolvesToThisMachineIsTurnedAway(String host) throws Exception {
    String response = get(host);

    // What is no host name at all the server itself refuses.
    assertTrue(List.of(400, 403).contains(RawHttp.status(response)), response);
    assertFalse(response.contains("\"worlds\""), response);
  }

  @Test
  void aRequestWithoutHostIsTurnedAway() throws Exception {
    String response = RawHttp.exchange(emulator.baseUrl(), "GET /_emulator/worlds HTTP/1.0", "");

    assertEquals(403, RawHttp.status(response), response);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "LOCALHOST"})
  void loopbackNamesAreServed(String name) throws Exception {
    assertEquals(200, RawHttp.status(get(name + ":" + emulator.baseUrl().getPort())));
    assertEquals(200, RawHttp.status(get(name)));
  }

  @Test
  void thePublicUrlsNameIsServed() throws Exception {
    try (AuthEmulator published =
        AuthEmulator.builder().publicUrl(URI.create("https://auth.test")).start()) {
      String own =
          RawHttp.exchange(
              published.baseUrl(),
              "GET /_emulator/worlds HTTP/1.1",
              "",
              "Host: auth.test",
              "Origin: https://auth.test");
      String foreign =
          RawHttp.exchange(
              published.baseUrl(), "GET /_emulator/worlds HTTP/1.1", "", "Host: evil.test");

      assertEquals(200, RawHttp.status(own), own);
      assertEquals(403, RawHttp.status(foreign), foreign);
    }
  }

  @Test
  void noAnswerLetsAnotherOriginReadIt() throws Exception {
    String preflight =
        RawHttp.exchange(
            emulator.baseUrl(),
            "OPTIONS /_emulator/worlds HTTP/1.1",
            "",
            "Host: localhost",
            "Origin: https://evil.example",
            "Access-Control-Request-Method: POST");
    String plain = get("localhost");

    assertEquals(403, RawHttp.status(preflight));
    for (String response : List.of(preflight, plain)) {
      assertFalse(response.toLowerCase(Locale.ROOT).contains("access-control-"), response);
    }
  }

  @Test
  void whatTheHouseServesStandsInNoLedger(World world) throws Exception {
    wire.get("/worlds/" + world.id());
    wire.get("/no-such-page");

    assertEquals(List.of(), world.ledger().entries());
    assertEquals(
        0,
        emulator.unmatchedRequests().entries().stream()
            .filter(entry -> entry.path().contains("no-such-page"))
            .count());
  }
}
