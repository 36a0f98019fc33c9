package dev.keyway;

import static dev.keyway.Failures.fails;
import static dev.keyway.Failures.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the settings say the way to a provider is: through which proxy, trusting whom. */
class ConnectionConfigTest {

  private static final String CERTIFICATE =
      """
      -----BEGIN CERTIFICATE-----
      MIIBVTCB+6ADAgECAggWP7zNTr5NGzAKBggqhkjOPQQDAjAeMRwwGgYDVQQDExNB
      dXRob3JpdHkgb2YgYSBUZXN0MCAXDTI2MTEyOTEzMDgwMloYDzIxMjYxMTA1MTMw
      ODAyWjAeMRwwGgYDVQQDExNBdXRob3JpdHkgb2YgYSBUZXN0MFkwEwYHKoZIzj0C
      AQYIKoZIzj0DAQcDQgAE/e2/RSoiuUozI4dJ/IvCeYxxjACvL+WlVTxLIq9LQL8T
      rfltOz2LAT25YhpVvRr5MHj83gfjPyRgPUhnmdCTGaMhMB8wHQYDVR0OBBYEFLXQ
      s3FWZCi36hzPAkjvTgcbyOwEMAoGCCqGSM49BAMCA0kAMEYCIQCSHEd+lVmCt540
      Oz9CQr8ynzEd9Y5Lw2FhWd7NyslxIwIhAMYlGEy4N5I8mkoffErgzkY0BDLD0hgi
      EhOLKKfetCAg
      -----END CERTIFICATE-----
      """;

  @TempDir Path folder;

  @Test
  void aProxyIsAnHttpAddressAndWhoToBeThere() {
    for (String url : List.of("http://proxy.example:3128", "HTTP://[::1]:3128/")) {
      assertEquals(Optional.of(URI.create(url)), config("proxy-url", url).proxyUrl());
    }
    for (String bad : List.of("https://proxy.example:3128", "http://proxy.example", "x:3128")) {
      assertNames("keyway.proxy-url", () -> config("proxy-url", bad).proxyUrl(), bad);
    }
    AuthConfig both =
        AuthConfig.of(Map.of("keyway.proxy-user", "alice", "keyway.proxy-password", "hush"));
    assertEquals(Optional.of("alice"), both.proxyUser());
    assertEquals(Optional.of(Secret.of("hush")), both.proxyPassword());
    AuthConfig userOnly = config("proxy-user", "alice");
    assertNames("keyway.proxy-user", () -> userOnly.proxyUser(), "alice");
    AuthConfig passwordOnly = config("proxy-password", "hush");
    assertNames("keyway.proxy-user", () -> passwordOnly.proxyUser(), "hush");
    AuthConfig colon =
        AuthConfig.of(Map.of("keyway.proxy-user", "al:ice", "keyway.proxy-password", "hush"));
    assertNames("keyway.proxy-user", () -> colon.proxyUser(), "al:ice");
  }

  @Test
  void certificatesAreReadFromPemWithOrWithoutAMark() throws Exception {
    Path file = folder.resolve("ca.pem");
    for (String mark : List.of("", "\uFEFF")) {
      Files.writeString(file, mark + CERTIFICATE);
      List<X509Certificate> read = config("ca-file", file.toString()).trustedCertificates();
      assertEquals(
          List.of("CN=Authority of a Test"),
          read.stream().map(each -> each.getSubjectX500Principal().getName()).toList());
    }
    Files.writeString(file, "");
    AuthException empty =
        fails(
            ErrorCode.CONFIGURATION_INVALID,
            () -> config("ca-file", file.toString()).trustedCertificates());
    assertTrue(message(empty).endsWith("names a file without a certificate"), message(empty));
  }

  @Test
  void anAddressIsRefusedByWhatIsWrongWithIt() {
    Map<String, String> problems =
        Map.of(
            "https:///back", "must have a host after http:// or https://",
            "https://a b/back", "is not a URL",
            "/back", "must begin with a scheme, such as https://");
    problems.forEach(
        (url, problem) -> {
          AuthConfig config = config("callback-url", url);
          assertTrue(refusal(config::callbackUrl).endsWith(problem), problem);
        });
  }

  private static AuthConfig config(String key, String value) {
    return AuthConfig.of(Map.of("keyway." + key, value));
  }

  private static String refusal(Runnable read) {
    return message(fails(ErrorCode.CONFIGURATION_INVALID, read::run));
  }

  private static void assertNames(String key, Runnable read, String value) {
    String refusal = refusal(read);
    assertTrue(refusal.contains(key + " "), refusal);
    assertFalse(refusal.contains(value), refusal);
  }
}
