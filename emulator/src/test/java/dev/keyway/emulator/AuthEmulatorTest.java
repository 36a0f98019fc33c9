package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(EmulatorExtension.class)
class AuthEmulatorTest {
  private static final String ADA =
      "{\"email\":\"ada@example.com\",\"password\":\"correct horse battery\"}";

  @Test
  void aUserOfOneWorldIsUnknownInAnother(AuthEmulator emulator) throws Exception {
    try (World one = emulator.newWorld();
        World other = emulator.newWorld()) {
      assertEquals(200, Wire.stackClient(one).post("/auth/password/sign-up", ADA).status());
      assertEquals(200, Wire.stytch(one).post("/v1/passwords", ADA).status());

      assertEquals(
          "EMAIL_PASSWORD_MISMATCH",
          Wire.stackClient(other).post("/auth/password/sign-in", ADA).at("code"));
      assertEquals(
          "email_not_found",
          Wire.stytch(other).post("/v1/passwords/authenticate", ADA).at("error_type"));
      assertEquals(2, one.ledger().entries().size());
      assertEquals(2, other.ledger().entries().size());
    }
  }

  @Test
  void closingAnswersTheRequestsThatWereHeld() throws Exception {
    AuthEmulator emulator = AuthEmulator.start();
    World world = emulator.newWorld();
    HeldRequests held = world.faults().on("stackauth.password.sign-up").hold();
    CompletableFuture<Integer> status =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Wire.stackClient(world).post("/auth/password/sign-up", ADA).status();
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    held.awaitArrival(1, Duration.ofMinutes(5));

    emulator.close();

    assertEquals(200, status.get(5, TimeUnit.MINUTES));
  }

  @Test
  void aTakenPortIsSaid() {
    try (AuthEmulator first = AuthEmulator.start()) {
      AuthEmulator.Builder second = AuthEmulator.builder().port(first.baseUrl().getPort());
      String message = assertThrows(UncheckedIOException.class, second::start).getMessage();
      assertTrue(
          String.valueOf(message).contains(first.baseUrl().getAuthority()),
          String.valueOf(message));
    }
  }

  @Test
  void othersAddressesAreRefused() throws Exception {
    InetAddress others = InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});
    assertThrows(IllegalArgumentException.class, () -> AuthEmulator.builder().bind(others));
  }

  @Test
  void theKeysOfOneWorldOpenNoOther(AuthEmulator emulator) throws Exception {
    try (World one = emulator.newWorld();
        World other = emulator.newWorld()) {
      Wire mixed =
          Wire.stackServer(one)
              .with("x-stack-secret-server-key", other.stackAuth().secretServerKey());

      assertEquals("INVALID_SECRET_SERVER_KEY", mixed.get("/projects/current").at("code"));
      assertEquals(
          "unauthorized_credentials",
          Wire.to(one.stytch().baseUrl())
              .basic(one.stytch().projectId(), other.stytch().secret())
              .post("/v1/passwords/authenticate", ADA)
              .at("error_type"));
    }
  }

  @Test
  void aTokenOfOneWorldIsRefusedByAnother(AuthEmulator emulator) throws Exception {
    try (World one = emulator.newWorld();
        World other = emulator.newWorld()) {
      String token = Wire.stackClient(one).post("/auth/password/sign-up", ADA).at("access_token");

      assertEquals(
          "INVALID_PROJECT_FOR_ACCESS_TOKEN",
          Wire.stackClient(other).with("x-stack-access-token", token).get("/users/me").at("code"));
    }
  }

  @Test
  void aClosedWorldIsUnknown(AuthEmulator emulator) throws Exception {
    World world = emulator.newWorld();
    world.close();

    assertEquals(
        "CURRENT_PROJECT_NOT_FOUND", Wire.stackClient(world).get("/projects/current").at("code"));
  }

  @Test
  void aResetWorldIsEmptyAndKeepsItsKeys(World world) throws Exception {
    Wire.stackClient(world).post("/auth/password/sign-up", ADA);
    world.reset();

    assertEquals(List.of(), world.ledger().entries());
    assertEquals(
        "EMAIL_PASSWORD_MISMATCH",
        Wire.stackClient(world).post("/auth/password/sign-in", ADA).at("code"));
  }

  @Test
  void clientsThatTrustTheEmulatorReachItOverHttps(AuthEmulator emulator) throws Exception {
    HttpRequest health =
        HttpRequest.newBuilder(URI.create(emulator.httpsBaseUrl() + "/health")).build();
    HttpClient trusting = HttpClient.newBuilder().sslContext(emulator.clientTls()).build();

    assertEquals("{\"status\":\"ok\"}", trusting.send(health, BodyHandlers.ofString()).body());
    HttpClient stranger = HttpClient.newHttpClient();
    assertThrows(IOException.class, () -> stranger.send(health, BodyHandlers.ofString()));
  }

  @Test
  void aPathThatNobodyOwnsSaysWhereTheApisAre(AuthEmulator emulator) throws Exception {
    Wire.Reply reply = Wire.to(emulator.baseUrl()).get("/elsewhere");

    assertEquals(404, reply.status());
    assertTrue(reply.text().contains("/api/v1"), reply.text());
  }

  @Test
  void everyOperationIdNamesItsProvider(AuthEmulator emulator) {
    Set<String> routes = new HashSet<>();
    for (Operation operation : emulator.operations()) {
      assertTrue(operation.id().startsWith(operation.provider() + "."), operation.id());
      assertTrue(routes.add(operation.method() + " " + operation.path()), operation.path());
    }
    assertTrue(routes.size() > 250, "all routes of both contracts, built or not");
  }

  @Test
  void aRouteThatIsNotBuiltNamesItself(World world) throws Exception {
    Wire.Reply reply = Wire.stytch(world).post("/v1/fingerprint/lookup", "{}");

    assertEquals(501, reply.status());
    assertTrue(reply.text().contains("stytch.fraud.fingerprint-lookup"), reply.text());
  }

  @Test
  void twoEmulatorsListenBesideEachOther(AuthEmulator first) {
    try (AuthEmulator second = AuthEmulator.start()) {
      assertNotEquals(first.baseUrl(), second.baseUrl());
    }
  }

  @Test
  void openWorldsAreListedAndFound() {
    try (AuthEmulator emulator = AuthEmulator.start()) {
      World one = emulator.newWorld();
      World twin = emulator.newWorld(WorldSpec.defaults().named("twin"));
      World other = emulator.newWorld(WorldSpec.defaults().named("twin"));

      assertEquals(List.of(one, twin, other), emulator.worlds());
      assertEquals(Optional.of(one), emulator.world(one.id()));
      assertEquals(Optional.of(one), emulator.world(one.name()));
      assertEquals(Optional.empty(), emulator.world("twin"), "it stands for two");
      assertEquals(Optional.empty(), emulator.world("nowhere"));

      other.close();

      assertEquals(Optional.of(twin), emulator.world("twin"));
      assertEquals(Optional.empty(), emulator.world(other.id()));
      assertEquals(List.of(one, twin), emulator.worlds());
    }
  }

  @Test
  void theCertificateNamesThePublicHost() throws Exception {
    try (AuthEmulator emulator =
        AuthEmulator.builder().publicUrl(URI.create("https://keyway.test:8443")).start()) {
      assertEquals("TLS_", cipherAt("keyway.test", emulator).substring(0, 4));
      assertThrows(SSLHandshakeException.class, () -> cipherAt("other.test", emulator));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://key_way:5399/, http://key_way:5399, key_way",
    "HTTPS://B\u00dcCHER.example/base/, https://xn--bcher-kva.example/base, xn--bcher-kva.example",
    "http://[FD00::1]:80, http://[fd00::1]:80, [fd00::1]",
  })
  void aPublicUrlMayHaveAnyHostThatThereIs(String given, String published, String host)
      throws Exception {
    try (AuthEmulator emulator = AuthEmulator.builder().publicUrl(URI.create(given)).start()) {
      assertEquals(URI.create(published), emulator.publicUrl());
      String issuer = emulator.newWorld().stackAuth().issuer();
      assertTrue(issuer.startsWith(published + "/"), issuer);
      String response =
          RawSocket.exchange(
              emulator.baseUrl(),
              "GET /health HTTP/1.1\r\nHost: %s\r\nOrigin: http://%s\r\nConnection: close\r\n\r\n"
                  .formatted(host, host));
      assertEquals(200, RawSocket.status(response), response);
    }
  }

  @Test
  void aPublicUrlNeedsAHost() {
    for (String url :
        List.of(
            "keyway.test",
            "mailto:ada@example.com",
            "ftp://keyway",
            "http:///x",
            "http://ada@keyway",
            "http://keyway?a=b",
            "https://api_x.stytch.com:443")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> AuthEmulator.builder().publicUrl(URI.create(url)),
          url);
    }
  }

  /** As a client that knows the emulator by that name. */
  private static String cipherAt(String name, AuthEmulator emulator) throws IOException {
    URI url = emulator.httpsBaseUrl();
    try (Socket plain = new Socket(url.getHost(), url.getPort());
        SSLSocket socket =
            (SSLSocket)
                emulator
                    .clientTls()
                    .getSocketFactory()
                    .createSocket(plain, name, url.getPort(), true)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return socket.getSession().getCipherSuite();
    }
  }
}
