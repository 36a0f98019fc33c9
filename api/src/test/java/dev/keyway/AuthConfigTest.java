package dev.keyway;

import static dev.keyway.Failures.absent;
import static dev.keyway.Failures.fails;
import static dev.keyway.Failures.message;
import static dev.keyway.Failures.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthConfigTest {

  private static final URI VENDOR = URI.create("https://api.vendor.example/v1/");

  @TempDir Path folder;

  @Test
  void mapPropertiesAndEnvironmentSpellingsAreOne() throws Exception {
    Path file = folder.resolve("keyway.properties");
    Files.writeString(
        file, "keyway.provider = stytch\nkeyway.stytch.project-id = projëct\nother.key = 1\n");
    Properties properties = new Properties();
    properties.setProperty("keyway.provider", "stytch");
    properties.setProperty("Keyway.Stytch.Project_Id", "projëct");
    for (AuthConfig config :
        List.of(
            AuthConfig.of(
                Map.of("KEYWAY_PROVIDER", "stytch", "KEYWAY_STYTCH_PROJECT_ID", "projëct")),
            AuthConfig.of(
                Map.of("keyway.provider", "stytch", "keyway.stytch.project-id", "projëct")),
            AuthConfig.of(properties),
            AuthConfig.fromProperties(file))) {
      assertEquals("stytch", config.provider());
      assertEquals(Optional.of("projëct"), config.value("stytch.project-id"));
      assertEquals("projëct", config.required("stytch.project-id"));
      assertEquals("AuthConfig[keyway.provider, keyway.stytch.project.id]", config.toString());
    }
  }

  @Test
  void whatAnEditorOrAPageAddsToAFileIsDropped() throws Exception {
    Path file = folder.resolve("pasted.properties");
    Files.writeString(
        file,
        "\uFEFF\u00A0keyway.provider=\u00A0stytch\u00A0\n\u00A0keyway.stytch.secret =\uFEFF a b\u202F");
    AuthConfig config = AuthConfig.fromProperties(file);
    assertEquals("stytch", config.provider());
    assertEquals("a b", config.required("stytch.secret"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1"})
  void aFileThatIsNotUtf8IsRefusedByASentence(String encoding) throws Exception {
    Path file = folder.resolve("other.properties");
    Files.writeString(
        file, "keyway.provider=stytch\nkeyway.x.name=\u00fc\n", Charset.forName(encoding));
    AuthException refused =
        assertThrows(AuthException.class, () -> AuthConfig.fromProperties(file));
    assertTrue(refused.toString().contains("save it as UTF-8"), refused.toString());
    AuthConfig config = AuthConfig.of(Map.of("keyway.ca-file", file.toString()));
    AuthException authority = assertThrows(AuthException.class, () -> config.trustedCertificates());
    assertTrue(authority.toString().contains("ca-file"), authority.toString());
    assertEquals(
        encoding.startsWith("UTF"),
        authority.toString().contains("save it as UTF-8"),
        authority.toString());
  }

  @Test
  void theEnvironmentIsRead() {
    assertFalse(AuthConfig.fromEnvironment().toString().contains("path"));
  }

  @Test
  void theProviderIsWrittenInAnyCase() {
    assertEquals("stack-auth", config("provider", "STACK_AUTH").provider());
    assertEquals("stack-auth", config("provider", " Stack-Auth ").provider());
  }

  @Test
  void aBlankCountsAsAbsent() {
    AuthException failure =
        fails(
            ErrorCode.CONFIGURATION_INVALID,
            () -> config("stytch.secret", " \t").required("stytch.secret"));
    assertEquals(
        "CONFIGURATION_INVALID: Missing configuration: keyway.stytch.secret"
            + " (environment: KEYWAY_STYTCH_SECRET)",
        message(failure));
  }

  @Test
  void twoSpellingsMayAgreeButNotDiffer() {
    AuthConfig.of(Map.of("KEYWAY_TIMEOUT", "PT5S", "keyway.timeout", "PT5S"));
    AuthException failure =
        fails(
            ErrorCode.CONFIGURATION_INVALID,
            () -> AuthConfig.of(Map.of("KEYWAY_TIMEOUT", "PT5S", "keyway.timeout", "PT6S")));
    assertTrue(message(failure).contains(" is set twice"), message(failure));
    assertTrue(message(failure).contains("keyway.timeout"), message(failure));
    assertTrue(message(failure).contains("KEYWAY_TIMEOUT"), message(failure));
  }

  @Test
  void nullsAreRefused() {
    Map<String, String> holed = new HashMap<>();
    holed.put("keyway.provider", absent());
    refuses("settings value", () -> AuthConfig.of(holed));
    refuses("settings", () -> AuthConfig.of(Failures.<Map<String, String>>absent()));
    refuses("properties", () -> AuthConfig.of(Failures.<Properties>absent()));
    refuses("file", () -> AuthConfig.fromProperties(absent()));
    refuses("options", () -> AuthConfig.of(Map.of()).timeout(absent()));
  }

  @Test
  void aFileThatCanNotBeReadIsNamed() throws Exception {
    Path missing = folder.resolve("nowhere.properties");
    AuthException failure =
        fails(ErrorCode.CONFIGURATION_INVALID, () -> AuthConfig.fromProperties(missing));
    assertTrue(message(failure).endsWith(missing + " does not exist"), message(failure));
    assertTrue(missing.isAbsolute());
    AuthException directory =
        fails(ErrorCode.CONFIGURATION_INVALID, () -> AuthConfig.fromProperties(folder));
    assertTrue(message(directory).endsWith(folder + " is a directory"), message(directory));
    Path garbage = folder.resolve("garbage.properties");
    Files.write(garbage, new byte[] {'a', '=', (byte) 0xFF, (byte) 0xFE});
    fails(ErrorCode.CONFIGURATION_INVALID, () -> AuthConfig.fromProperties(garbage));
    Path escape = folder.resolve("escape.properties");
    for (String text : List.of("a=\\uZZZZ", "keyway.ca-file=C:\\users\\ca.pem")) {
      Files.writeString(escape, text);
      AuthException windows =
          fails(ErrorCode.CONFIGURATION_INVALID, () -> AuthConfig.fromProperties(escape));
      assertTrue(message(windows).contains("write it twice"), message(windows));
    }
  }

  @Test
  void aFileOfCertificatesThatIsNotThereSaysSo() {
    AuthConfig missing = config("ca-file", folder.resolve("nowhere.pem").toString());
    AuthException failure =
        fails(ErrorCode.CONFIGURATION_INVALID, () -> missing.trustedCertificates());
    assertTrue(message(failure).contains("names a file that does not exist"), message(failure));
  }

  @Test
  void aSettingIsNamedAsItWasWritten() {
    AuthConfig config = AuthConfig.of(Map.of("KEYWAY_TIMEOUT", "ten"));
    AuthException failure = fails(ErrorCode.CONFIGURATION_INVALID, () -> config.timeout());
    assertTrue(message(failure).contains("KEYWAY_TIMEOUT must be"), message(failure));
  }

  @ParameterizedTest
  @ValueSource(strings = {"projekt-id", "projectId", "project_idd"})
  void aMisspeltSettingOfAProviderIsToldFromTheRightOne(String key) {
    AuthConfig config = config("acme." + key, "x");
    AuthException failure =
        fails(
            ErrorCode.CONFIGURATION_INVALID,
            () -> config.refuseUnknown("acme", Set.of("project-id", "secret")));
    assertEquals(
        "CONFIGURATION_INVALID: Configuration keyway.acme."
            + key
            + " is not a setting of acme; did you mean keyway.acme.project-id?",
        message(failure));
  }

  @Test
  void aMisspeltCommonSettingIsToldFromTheRightOne() {
    for (String key : List.of("timeot", "relyingPartyId", "callbackurl")) {
      AuthException failure =
          fails(
              ErrorCode.CONFIGURATION_INVALID,
              () -> config(key, "x").refuseUnknown("acme", Set.of()));
      assertTrue(message(failure).contains("keyway." + key + " is not"), message(failure));
      assertTrue(message(failure).contains("did you mean keyway."), message(failure));
    }
  }

  @Test
  void aPlaceholderThatNothingReplacedIsNoValue() {
    for (String value : List.of("${STYTCH_SECRET}", "https://${HOST}/", "${a.b:c}")) {
      assertNames("keyway.x.secret", () -> config("x.secret", value).required("x.secret"), value);
    }
    assertEquals(Optional.of("a$b{c}"), config("x.secret", "a$b{c}").value("x.secret"));
  }

  @Test
  void aUrlWithoutASchemeIsToldWhatIsMissing() {
    for (String url : List.of("example.com", "proxy:3128", "/cb", "my host")) {
      for (String key : List.of("x.base-url", "proxy-url")) {
        AuthConfig config = config(key, url);
        AuthException failure =
            fails(
                ErrorCode.CONFIGURATION_INVALID,
                () ->
                    Optional.of(key)
                        .filter("proxy-url"::equals)
                        .flatMap(proxy -> config.proxyUrl())
                        .orElseGet(() -> config.serviceUrl(key, VENDOR)));
        assertTrue(message(failure).contains("http://"), message(failure));
      }
      assertNames("keyway.callback-url", () -> config("callback-url", url).callbackUrl(), url);
    }
  }

  @Test
  void durationsHaveDefaultsAndBounds() {
    AuthConfig none = AuthConfig.of(Map.of());
    assertEquals(Duration.ofSeconds(10), none.timeout());
    assertEquals(Duration.ofSeconds(5), none.clockSkew());
    assertEquals(Duration.ofMillis(1500), config("timeout", "PT1.5S").timeout());
    assertEquals(Duration.ofHours(1), config("timeout", "PT1H").timeout());
    assertEquals(Duration.ZERO, config("clock-skew", "PT0S").clockSkew());
    assertEquals(Duration.ofMinutes(5), config("clock-skew", "PT5M").clockSkew());
    assertEquals(Duration.ofDays(1), none.maxKeyAge());
    assertEquals(Duration.ofDays(7), config("max-key-age", "P7D").maxKeyAge());
    assertNames("keyway.max-key-age", () -> config("max-key-age", "PT0S").maxKeyAge(), "PT0S");
    for (String bad : List.of("10", "10s", "PT0S", "-PT1S", "PT1H0.1S", "P1000000000D", "PT")) {
      assertNames("keyway.timeout", () -> config("timeout", bad).timeout(), bad);
    }
    for (String bad : List.of("PT5M0.001S", "-PT1S", "soon")) {
      assertNames("keyway.clock-skew", () -> config("clock-skew", bad).clockSkew(), bad);
    }
  }

  @Test
  void whatIsSetIsTold() {
    assertEquals(
        Optional.of("login.example.com"),
        config("relying-party-id", "login.example.com").relyingPartyId());
    assertEquals(Optional.of("Acme"), config("totp-issuer", "Acme").totpIssuer());
    for (String bad : List.of("https://example.com", "-a.example", "a..b")) {
      assertNames(
          "keyway.relying-party-id", () -> config("relying-party-id", bad).relyingPartyId(), bad);
    }
    String tooLong = "x".repeat(65);
    assertNames("keyway.totp-issuer", () -> config("totp-issuer", tooLong).totpIssuer(), tooLong);
    AuthConfig none = AuthConfig.of(Map.of());
    assertEquals(Optional.empty(), none.relyingPartyId());
    assertEquals(Optional.empty(), none.totpIssuer());
    assertEquals(Optional.empty(), none.proxyUrl());
    assertEquals(Optional.empty(), none.proxyUser());
    assertEquals(Optional.empty(), none.proxyPassword());
    assertEquals(List.of(), none.trustedCertificates());
  }

  @Test
  void everyCommonSettingIsNamed() {
    assertTrue(AuthConfig.commonKeys().containsAll(Set.of("provider", "timeout", "ca-file")));
    for (String key : AuthConfig.commonKeys()) {
      config(key, "x").refuseUnknown("acme", Set.of());
    }
  }

  @Test
  void aCallsOwnTimeoutGoesFirst() {
    AuthConfig config = config("timeout", "PT7S");
    Duration own = Duration.ofSeconds(3);
    assertEquals(own, config.timeout(CallOptions.builder().timeout(own).build()));
    assertEquals(Duration.ofSeconds(7), config.timeout(CallOptions.defaults()));
  }

  @Test
  void handleKeysAreLongAndNeverQuoted() {
    String long1 = "k".repeat(32);
    String long2 = "l".repeat(40);
    assertEquals(
        List.of(Secret.of(long1), Secret.of(long2)),
        config("handle-keys", long1 + " , " + long2).handleKeys());
    assertEquals(List.of(), AuthConfig.of(Map.of()).handleKeys());
    for (String bad : List.of("short", long1 + ",short", long1 + ",", ",", long1 + ",," + long2)) {
      AuthException failure =
          fails(ErrorCode.CONFIGURATION_INVALID, () -> config("handle-keys", bad).handleKeys());
      assertTrue(message(failure).contains("keyway.handle-keys"), message(failure));
      assertFalse(message(failure).contains("short"), message(failure));
    }
  }

  @Test
  void theCallbackIsAbsolute() {
    assertEquals(
        Optional.of(URI.create("https://app.example.com/cb")),
        config("callback-url", "https://app.example.com/cb").callbackUrl());
    for (String bad :
        List.of(
            "/cb", "app.example.com/cb", "localhost:3000/cb", "https:x", "https://", "ht tp://x")) {
      assertNames("keyway.callback-url", () -> config("callback-url", bad).callbackUrl(), bad);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.example.com",
        "https://api.example.com/",
        "HTTPS://api.example.com//",
        "http://127.0.0.1:8080",
        "http://127.1.2.3",
        "http://localhost:8080/",
        "http://LOCALHOST",
        "http://[::1]:8080",
        "http://api.localhost:8080"
      })
  void httpsAndLoopbackAreServed(String url) {
    URI served = config("x.base-url", url).serviceUrl("x.base-url", VENDOR);
    assertEquals(url.replaceAll("/+$", ""), served.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.example.com",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://localhost@evil.example",
        "http://127.0.0.1:80@evil.example",
        "http://127.0.0.1%2Fx@evil.example",
        "http://evil.example/127.0.0.1",
        "http://evil.example#127.0.0.1",
        "http://evil.example\\@127.0.0.1",
        "http://127.0.0.1\u3002evil.example",
        "http://evillocalhost",
        "http://[::2]",
        "http://[::ffff:10.0.0.1]",
        "http://10.0.0.1",
        "http://0.0.0.0",
        "http://2130706433",
        "http://0x7f.1",
        "http://128.0.0.1",
        "http://127.0.0.1.",
        "ftp://127.0.0.1",
        "file:///etc/passwd",
        "//127.0.0.1",
        "127.0.0.1:8080",
        "https://user:password@api.example.com",
        "https://api.example.com/?a=b",
        "https://api.example.com/#x",
        "https://"
      })
  void anythingElseIsRefusedByTheNameOfItsKey(String url) {
    assertNames(
        "keyway.x.base-url", () -> config("x.base-url", url).serviceUrl("x.base-url", VENDOR), url);
  }

  @Test
  void theVendorsAddressIsTheDefault() {
    assertEquals(
        URI.create("https://api.vendor.example/v1"),
        AuthConfig.of(Map.of()).serviceUrl("x.base-url", VENDOR));
  }

  private static AuthConfig config(String key, String value) {
    return AuthConfig.of(Map.of("keyway." + key, value));
  }

  private static void assertNames(String key, Runnable read, String value) {
    AuthException failure = fails(ErrorCode.CONFIGURATION_INVALID, read::run);
    assertTrue(message(failure).contains(key + " "), message(failure));
    assertFalse(value.length() > 3 && message(failure).contains(value), message(failure));
  }
}
