package dev.keyway.emulator.internal.webauthn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pages may use a project's passkeys. */
class OriginRuleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "https://example.com:8443",
        "https://app.example.com",
        "https://a.b.example.com:1"
      })
  void pagesOfTheDomainMayOverHttps(String origin) {
    assertEquals(Optional.of("example.com"), OriginRule.domain("example.com").rpIdFor(origin));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com",
        "http://app.example.com",
        "ftp://example.com",
        "https://example.org",
        "https://badexample.com",
        "https://example.com.evil.example",
        "https://me@example.com",
        "https://@example.com",
        "https://example.com/",
        "https://example.com/path",
        "https://example.com?query",
        "https://example.com#fragment",
        "https:example.com",
        "//example.com",
        "example.com",
        "https://exa mple.com",
        ""
      })
  void noOtherPageMay(String origin) {
    assertEquals(Optional.empty(), OriginRule.domain("example.com").rpIdFor(origin));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost",
        "http://localhost:3000",
        "http://app.localhost:3000",
        "https://localhost"
      })
  void onLocalhostPagesMayOverHttpToo(String origin) {
    assertEquals(Optional.of("localhost"), OriginRule.domain("localhost").rpIdFor(origin));
  }

  @Test
  void whatOnlyEndsLikeLocalhostIsNotLocal() {
    assertEquals(
        Optional.empty(), OriginRule.domain("notlocalhost").rpIdFor("http://notlocalhost"));
  }

  @Test
  void exactOriginsAreComparedAsTheyStand() {
    OriginRule rule = OriginRule.exactly("example.com", Set.of("https://app.example.com"));
    assertEquals(Optional.of("example.com"), rule.rpIdFor("https://app.example.com"));
    assertEquals(Optional.empty(), rule.rpIdFor("https://app.example.com:443"));
    assertEquals(Optional.empty(), rule.rpIdFor("https://example.com"));
  }
}
