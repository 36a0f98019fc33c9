package dev.keyway.providers.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.Secret;
import dev.keyway.providers.http.ScriptedServer.Received;
import dev.keyway.providers.http.ScriptedServer.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A proxy before the provider, and who else is trusted. */
class ProxyTest {

  private static AuthConfig config(String url, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("keyway.timeout", "PT5M");
    settings.put("keyway.provider", "stytch");
    settings.put("keyway.stytch.project-id", "project-test-6b657977-6179-4c64-9a53-4b1d2a7c0f11");
    settings.put("keyway.stytch.secret", "secret-test-1");
    settings.put("keyway.stytch.base-url", url);
    return AuthConfig.of(settings);
  }

  private static AuthException signIn(AuthConfig config) {
    try (AuthClient client = AuthClient.open(config)) {
      return assertThrows(
          AuthException.class,
          () ->
              client
                  .passwords()
                  .signIn(EmailAddress.of("ada@example.com"), Secret.of("correct-horse")));
    }
  }

  @Test
  void aPlainRequestGoesThroughTheProxyWithItsCredentials() {
    try (ScriptedServer proxy = ScriptedServer.always(Reply.json(503, "{}"))) {
      signIn(
          config(
              "http://keyway.test:5399",
              Map.of(
                  "keyway.proxy-url", proxy.url().toString(),
                  "keyway.proxy-user", "ada",
                  "keyway.proxy-password", "pa55")));
      Received request = proxy.received().get(0);
      assertEquals("http://keyway.test:5399/v1/passwords/authenticate", request.target());
      assertEquals("Basic YWRhOnBhNTU=", request.headers().get("proxy-authorization"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://keyway_emulator:5399, keyway_emulator:5399",
    "http://keyway_emulator/base, keyway_emulator",
    "HTTP://KEYWAY.test:5399, keyway.test:5399",
    "http://[fd00::1]:5399, [fd00::1]:5399",
    "http://B\u00dcCHER.test:5399, xn--bcher-kva.test:5399",
  })
  void aBaseUrlMayHaveAnyHostThatThereIs(String url, String host) {
    try (ScriptedServer proxy = ScriptedServer.always(Reply.json(503, "{}"))) {
      signIn(config(url, Map.of("keyway.proxy-url", proxy.url().toString())));
      Received request = proxy.received().get(0);
      assertEquals(
          "http://" + host + (url.endsWith("/base") ? "/base" : "") + "/v1/passwords/authenticate",
          request.target());
      assertEquals(host, request.headers().get("host"));
    }
  }

  @Test
  void aHostThatTheJdkWouldReadAsAnotherIsRefused() {
    AuthException e =
        assertThrows(
            AuthException.class,
            () -> AuthClient.open(config("http://stra\u00dfe.test", Map.of())).close());
    assertEquals(ErrorCode.CONFIGURATION_INVALID, e.code());
  }

  @Test
  void aSecureRequestAsksTheProxyForATunnelAndShowsItNothingElse() {
    try (ScriptedServer proxy =
        ScriptedServer.answering(
            request ->
                request.headers().containsKey("proxy-authorization")
                    ? Reply.text(502, "no")
                    : Reply.text(407, "who", "proxy-authenticate: Basic realm=\"x\""))) {
      signIn(
          config(
              "https://keyway.test",
              Map.of(
                  "keyway.proxy-url", proxy.url().toString(),
                  "keyway.proxy-user", "ada",
                  "keyway.proxy-password", "pa55")));
      Received first = proxy.received().get(0);
      assertEquals("CONNECT", first.method());
      assertEquals("keyway.test:443", first.target());
      Received second = proxy.received().get(1);
      assertEquals("Basic YWRhOnBhNTU=", second.headers().get("proxy-authorization"));
      assertNull(second.headers().get("authorization"));
      assertEquals(2, proxy.received().size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "proxy-url, https://proxy:3128",
    "proxy-url, http://proxy",
    "proxy-url, http://ada:pa55@proxy:3128",
    "proxy-user, ada",
    "proxy-password, pa55",
    "ca-file, /no/such/file",
    "max-key-age, PT0S",
  })
  void aMistakeFailsWhenTheClientIsBuilt(String key, String value) {
    AuthConfig config = config("https://keyway.test", Map.of("keyway." + key, value));
    AuthException e = assertThrows(AuthException.class, () -> AuthClient.open(config));
    assertEquals(ErrorCode.CONFIGURATION_INVALID, e.code());
    assertTrue(e.toString().contains(key), e.toString());
  }

  @Test
  void aFileWithoutACertificateIsRefused(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("ca.pem"), "not a certificate");
    AuthConfig config = config("https://keyway.test", Map.of("keyway.ca-file", file.toString()));
    AuthException e = assertThrows(AuthException.class, () -> AuthClient.open(config));
    assertTrue(e.toString().contains("ca-file"), e.toString());
  }

  @Test
  @ResourceLock(Resources.SYSTEM_PROPERTIES)
  void theStandardPropertiesAreHeeded() {
    try (ScriptedServer proxy = ScriptedServer.always(Reply.text(502, "no"))) {
      System.setProperty("https.proxyHost", "127.0.0.1");
      System.setProperty("https.proxyPort", Integer.toString(proxy.url().getPort()));
      System.setProperty("http.nonProxyHosts", "*.direct.invalid");
      try {
        signIn(config("https://keyway.test", Map.of()));
        assertEquals("CONNECT keyway.test:443", line(proxy.received().get(0)));
        AuthException direct = signIn(config("https://one.direct.invalid", Map.of()));
        assertEquals(ErrorCode.CONNECTION_FAILED, direct.code());
        assertEquals(1, proxy.received().size());
      } finally {
        System.clearProperty("https.proxyHost");
        System.clearProperty("https.proxyPort");
        System.clearProperty("http.nonProxyHosts");
      }
    }
  }

  private static String line(Received request) {
    return request.method() + " " + request.target();
  }

  @Test
  void anAuthorityOfTheFileIsTrusted(@TempDir Path directory) throws Exception {
    try (TlsServer server = TlsServer.of("localhost", directory)) {
      String url = "https://localhost:" + server.port();
      assertEquals(ErrorCode.CONNECTION_FAILED, signIn(config(url, Map.of())).code());
      AuthConfig trusting = config(url, Map.of("keyway.ca-file", server.authority()));
      assertEquals(ErrorCode.SERVICE_UNAVAILABLE, signIn(trusting).code());
      // As some editors save it.
      Path marked = directory.resolve("marked.pem");
      Files.writeString(marked, "\ufeff" + Files.readString(Path.of(server.authority())));
      AuthConfig edited = config(url, Map.of("keyway.ca-file", marked.toString()));
      assertEquals(ErrorCode.SERVICE_UNAVAILABLE, signIn(edited).code());
    }
  }

  @Test
  void aNameWithLettersBeyondAsciiIsOneInAsciiForProxyAndCertificate(@TempDir Path directory)
      throws Exception {
    try (TlsServer server = TlsServer.of("xn--bcher-kva.example", directory);
        Tunnel proxy = new Tunnel(server.port())) {
      Map<String, String> more =
          Map.of("keyway.proxy-url", proxy.url(), "keyway.ca-file", server.authority());
      AuthException answered = signIn(config("https://B\u00fccher.example:8443", more));
      assertEquals(ErrorCode.SERVICE_UNAVAILABLE, answered.code());
      assertEquals(List.of("CONNECT xn--bcher-kva.example:8443 HTTP/1.1"), proxy.requests());
      assertEquals(List.of("xn--bcher-kva.example"), server.names());
      // Another name than the certificate's.
      AuthException other = signIn(config("https://k\u00fcche.example", more));
      assertEquals(ErrorCode.CONNECTION_FAILED, other.code());
    }
  }

  /** The JDK reads the file of hosts when it starts. */
  @Test
  void theSameWithoutAProxy(@TempDir Path directory) throws Exception {
    Path hosts = Files.writeString(directory.resolve("hosts"), "127.0.0.1 xn--bcher-kva.example\n");
    try (TlsServer server = TlsServer.of("xn--bcher-kva.example", directory)) {
      Process program =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Djdk.net.hosts.file=" + hosts,
                  "-cp",
                  System.getProperty("java.class.path"),
                  SignInProgram.class.getName(),
                  "https://xn--bcher-kva.example:" + server.port(),
                  server.authority())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String code = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals("SERVICE_UNAVAILABLE", code);
      assertEquals(List.of("xn--bcher-kva.example"), server.names());
    }
  }
}
