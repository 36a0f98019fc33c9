package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client sends by accident. Whatever it is, the next request of anybody is answered. */
@SuppressWarnings("StringConcatToTextBlock") // The wire has CR and LF, text blocks LF only.
class HostileWireTest {
  private static final String ADA =
      "{\"email\":\"ada@example.com\",\"password\":\"correct horse battery\"}";

  private static final AuthEmulator EMULATOR = AuthEmulator.start();

  private final AuthEmulator emulator = EMULATOR;
  private final World world = emulator.newWorld();

  @AfterEach
  void othersAreServed() throws Exception {
    try (world;
        World other = emulator.newWorld()) {
      assertEquals(200, Wire.stackClient(other).post("/auth/password/sign-up", ADA).status());
      assertEquals(200, Wire.stytch(other).post("/v1/passwords", ADA).status());
      assertEquals(2, other.ledger().entries().size());
    }
  }

  @AfterAll
  static void close() {
    EMULATOR.close();
  }

  private int status(String request) throws Exception {
    return RawSocket.status(RawSocket.exchange(emulator.baseUrl(), request));
  }

  private String stytchHeaders() {
    String pair = world.stytch().projectId() + ":" + world.stytch().secret();
    return "Host: x\r\nConnection: close\r\nAuthorization: Basic "
        + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))
        + "\r\nContent-Type: application/json\r\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000\u0001\u0002\u0003\r\n\r\n",
        "GET\r\n\r\n",
        "GET /v1/users HTTP/9.9\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET  /v1/users  HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /v1/\u0000users HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /v1/us\u00e9rs HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "POST /v1/users HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\nConnection: close\r\n\r\n",
        "POST /v1/users HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
        "POST /v1/users HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n"
            + "Connection: close\r\n\r\n{}",
        "POST /v1/users HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
            + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n{}",
        "POST /v1/users HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
            + "Connection: close\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
        "GET /v1/users HTTP/1.1\r\nHost: x\r\nno colon here\r\nConnection: close\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\nConnection: close\r\n\r\n",
      })
  void whatIsNoRequestIsRefusedOrCutOff(String request) throws Exception {
    int status = status(request);
    assertTrue(status == 0 || (status >= 400 && status < 500), "answered with " + status);
  }

  @Test
  void aBrokenRequestLineReachesNoWorld() throws Exception {
    status("GET /v1/users/\u0000 HTTP/1.1\r\n" + stytchHeaders() + "\r\n");
    assertEquals(List.of(), world.ledger().entries());
  }

  @Test
  void moreHeadersThanAnybodyNeedsAreRefused() throws Exception {
    StringBuilder many = new StringBuilder("GET /v1/users HTTP/1.1\r\n" + stytchHeaders());
    for (int i = 0; i < 500; i++) {
      many.append("x-header-").append(i).append(": 1\r\n");
    }
    int status = status(many + "\r\n");
    assertTrue(status == 0 || (status >= 400 && status < 500), "answered with " + status);
  }

  @Test
  void aHeaderWithoutEndIsRefused() throws Exception {
    int status = status("GET /v1/users HTTP/1.1\r\nx-long: " + "a".repeat(1_000_000) + "\r\n\r\n");
    assertTrue(status == 0 || (status >= 400 && status < 500), "answered with " + status);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/users, 400, bad_request",
    "/api/v1/auth/password/sign-up, 413, ''",
  })
  void aBodyThatSaysItIsTooLargeIsNotRead(String path, int expected, String code) throws Exception {
    String response =
        RawSocket.exchange(
            emulator.baseUrl(),
            "POST "
                + path
                + " HTTP/1.1\r\n"
                + stytchHeaders()
                + "Content-Length: 99999999\r\n\r\n{");
    assertEquals(expected, RawSocket.status(response), response);
    assertTrue(response.contains(code), response);
  }

  @Test
  void aBodyThatTurnsOutTooLargeIsRefused() throws Exception {
    String chunk = "100000\r\n" + "a".repeat(0x100000) + "\r\n";
    try (RawSocket line = new RawSocket(emulator.baseUrl())) {
      line.send("POST /v1/users HTTP/1.1\r\n" + stytchHeaders());
      line.send("Transfer-Encoding: chunked\r\n\r\n");
      for (int i = 0; i < 6; i++) {
        line.send(chunk);
      }
      String response = line.send("0\r\n\r\n").rest();
      assertEquals(400, RawSocket.status(response), response);
      assertTrue(response.contains("too large"), response);
    }
    assertTrue(world.ledger().entries().stream().noneMatch(e -> e.status() == 201));
  }

  @Test
  void aBodyWithoutEndIsCutOff() throws Exception {
    String chunk = "100000\r\n" + "a".repeat(0x100000) + "\r\n";
    try (RawSocket line = new RawSocket(emulator.baseUrl())) {
      line.send("POST /v1/users HTTP/1.1\r\n" + stytchHeaders());
      line.send("Transfer-Encoding: chunked\r\n\r\n");
      for (int i = 0; i < 70; i++) {
        line.send(chunk);
      }
      assertEquals("", line.rest());
    }
    assertEquals(List.of(), world.ledger().entries());
  }

  @Test
  void aClientThatTricklesHoldsNobodyUpAndIsToldSo() throws Exception {
    try (AuthEmulator hasty = AuthEmulator.builder().requestTimeout(Duration.ofSeconds(3)).start();
        World busy = hasty.newWorld()) {
      List<RawSocket> slow = new ArrayList<>();
      // More than there are threads to begin with.
      for (int i = 0; i < 100; i++) {
        slow.add(
            new RawSocket(hasty.baseUrl())
                .send(
                    "POST /v1/users HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 10\r\n\r\n{"));
      }
      assertEquals(200, Wire.stytch(busy).post("/v1/passwords", ADA).status());
      for (RawSocket line : slow) {
        String response = line.rest();
        assertEquals(408, RawSocket.status(response), response);
        line.close();
      }
      assertEquals(1, busy.ledger().entries().size());
    }
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void aClientThatReadsNothingIsCutOff() throws Exception {
    try (AuthEmulator hasty = AuthEmulator.builder().requestTimeout(Duration.ofSeconds(3)).start();
        World busy = hasty.newWorld();
        Socket line = new Socket(hasty.baseUrl().getHost(), hasty.baseUrl().getPort())) {
      byte[] request =
          "GET /_emulator/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII);
      // More than fits between the two; the next one waits until the line is cut.
      assertThrows(
          SocketException.class,
          () -> {
            for (long sent = 0; sent < 500_000_000; sent += request.length) {
              line.getOutputStream().write(request);
            }
          });
      assertEquals(200, Wire.stytch(busy).post("/v1/passwords", ADA).status());
    }
  }

  @Test
  void heldRequestsTakeNoThreadOfOthers() throws Exception {
    try (World other = emulator.newWorld()) {
      HeldRequests held = world.faults().on("stytch.user.create").hold();
      List<RawSocket> waiting = new ArrayList<>();
      // More than there are threads to begin with.
      for (int i = 0; i < 100; i++) {
        waiting.add(
            new RawSocket(emulator.baseUrl())
                .send(
                    "POST /v1/users HTTP/1.1\r\n"
                        + stytchHeaders()
                        + "Content-Length: 2\r\n\r\n{}"));
      }
      held.awaitArrival(100, Duration.ofMinutes(5));
      assertEquals(200, Wire.stytch(other).post("/v1/passwords", ADA).status());
      held.release();
      for (RawSocket line : waiting) {
        assertEquals(400, RawSocket.status(line.rest()));
        line.close();
      }
    }
  }

  @Test
  void aClientThatNeverEndsItsHeadersIsCutOff() throws Exception {
    try (AuthEmulator hasty = AuthEmulator.builder().requestTimeout(Duration.ofSeconds(3)).start();
        RawSocket line = new RawSocket(hasty.baseUrl())) {
      assertEquals("", line.send("GET /v1/users HTTP/1.1\r\nHost: x\r\n").rest());
    }
  }

  @Test
  void aClientThatGoesAwayInTheMiddleIsForgotten() throws Exception {
    try (RawSocket line = new RawSocket(emulator.baseUrl())) {
      line.send("POST /v1/users HTTP/1.1\r\n" + stytchHeaders() + "Content-Length: 100\r\n\r\n{");
    }
    assertEquals(0, world.ledger().count("stytch.user.create"));
  }

  @Test
  void aClientThatAsksBeforeItSendsIsAnswered() throws Exception {
    try (RawSocket line = new RawSocket(emulator.baseUrl())) {
      line.send(
          "POST /v1/users HTTP/1.1\r\n"
              + stytchHeaders()
              + "Expect: 100-continue\r\nContent-Length: 27\r\n\r\n");
      assertTrue(line.until("\r\n\r\n").startsWith("HTTP/1.1 100"));
      assertEquals(201, RawSocket.status(line.send("{\"email\":\"ada@example.com\"}").rest()));
    }
  }

  @Test
  void severalRequestsAtOnceAreAnsweredInOrder() throws Exception {
    String first =
        "GET /v1/nothing HTTP/1.1\r\n" + stytchHeaders().replace("Connection: close\r\n", "");
    String responses =
        RawSocket.exchange(
            emulator.baseUrl(),
            first + "\r\n" + "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertEquals(404, RawSocket.status(responses));
    assertTrue(responses.substring(10).contains("HTTP/1.1 200 OK"), responses);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/users/../../../../etc/passwd",
        "/v1/users/..%2f..%2f..%2fetc%2fpasswd",
        "/v1/users/%2e%2e/%2e%2e/etc/passwd",
        "/v1/users/%00",
        "/v1/users/%",
        "/v1/users/%zz",
        "/v1/users/%c0%ae%c0%ae",
        "/v1/users/%ff%fe",
        "/v1//users",
        "/v1/users/;a=b",
        "/api/v1/users/../../../etc/passwd",
        "/api/v1/users/..%2f..%2fetc%2fpasswd",
        "/api/v1/users/%00",
        "/_emulator/../v1/users",
        "/_emulator/ui/..%2f..%2fetc/passwd",
        "/_emulator/worlds/..%2f..",
        "//example.com/v1/users",
        "/",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/api/v1/mailbox/..%2f..%2fetc%2fpasswd/latest",
      })
  void noPathLeadsAnywhereElse(String path) throws Exception {
    String response =
        RawSocket.exchange(
            emulator.baseUrl(),
            "GET "
                + path
                + " HTTP/1.1\r\n"
                + stytchHeaders().replace("Host: x", "Host: localhost")
                + "\r\n");
    int status = RawSocket.status(response);
    assertTrue(status >= 300 && status < 500, response);
    assertFalse(response.contains("root:"), response);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/projects-anonymous-users/x%0d%0aset-cookie:%20a=b/.well-known/y",
        "/api/v1/auth/oauth/authorize/github%0d%0aset-cookie:%20a=b",
        "/api/v1/users/%0d%0aset-cookie:%20a=b/",
        "/v1/public/oauth/google/start?public_token=%0d%0aset-cookie:%20a=b",
        "/api/v1/x%0d%0aset-cookie:%20a=b",
      })
  void nothingInAnAddressBecomesAHeader(String path) throws Exception {
    String response =
        RawSocket.exchange(
            emulator.baseUrl(),
            "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    String head = response.split("\r\n\r\n", 2)[0].toLowerCase(Locale.ROOT);
    assertTrue(RawSocket.status(response) > 0, response);
    assertFalse(head.contains("\nset-cookie: a=b"), response);
  }

  @Test
  void aTakenPortIsNamed() {
    int port = emulator.baseUrl().getPort();
    PortTakenException taken =
        assertThrows(PortTakenException.class, () -> AuthEmulator.builder().port(port).start());
    assertEquals(port, taken.port());
    assertTrue(String.valueOf(taken.getMessage()).contains("127.0.0.1:" + port));
    assertEquals(URI.create("http://127.0.0.1:" + port), emulator.baseUrl());
  }
}
