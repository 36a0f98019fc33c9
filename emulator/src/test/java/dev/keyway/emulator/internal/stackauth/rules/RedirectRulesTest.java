package dev.keyway.emulator.internal.stackauth.rules;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.stackauth.StackAuthSettings;
import org.junit.jupiter.api.Test;

class RedirectRulesTest {
  private static boolean trusted(boolean localhost, String url, String... domains) {
    return RedirectRules.trusted(
        StackAuthSettings.defaults().toBuilder()
            .allowLocalhost(localhost)
            .trustedDomains(domains)
            .build(),
        url);
  }

  @Test
  void thisMachineIsTrustedOnAnyPortWhereTheProjectSaysSo() {
    assertTrue(trusted(true, "http://localhost:3000/cb?x=1"));
    assertTrue(trusted(true, "https://app.localhost/"));
    assertTrue(trusted(true, "http://127.9.8.7:1/"));
    assertFalse(trusted(true, "http://[::1]:3000/"));
    assertFalse(trusted(true, "http://localhost.evil.example/"));
    assertFalse(trusted(false, "http://localhost:3000/"));
  }

  @Test
  void schemeHostAndPortMustMatchAndThePathNeedNot() {
    assertTrue(trusted(false, "https://app.example.org/any?x#y", "https://app.example.org"));
    assertTrue(trusted(false, "https://app.example.org:443/", "https://app.example.org"));
    assertFalse(trusted(false, "http://app.example.org/", "https://app.example.org"));
    assertFalse(trusted(false, "https://app.example.org:444/", "https://app.example.org"));
    assertFalse(trusted(false, "https://app.example.org.evil.example/", "https://app.example.org"));
    assertFalse(trusted(false, "/relative", "https://app.example.org"));
  }

  @Test
  void aHostIsWhatTheUrlStandardTakesAsOne() {
    assertTrue(trusted(false, "https://my_app.example.org/", "https://my_app.example.org"));
    assertTrue(trusted(false, "https://my_app.example.org:8443/", "https://*.example.org:8443"));
    assertTrue(trusted(false, "https://xn--bcher-kva.example/", "https://b\u00fccher.example"));
    assertTrue(trusted(false, "https://B\u00dcCHER.example/", "https://xn--bcher-kva.example"));
    assertTrue(trusted(false, "https://a.b\u00fccher.example/", "https://*.b\u00fccher.example"));
    assertTrue(trusted(false, "HTTPS://APP.example.org/", "https://app.example.org"));
    assertTrue(trusted(false, "https://[2001:DB8::1]:8443/", "https://[2001:db8::1]:8443"));
    assertTrue(trusted(true, "http://my_app.localhost/"));
    assertTrue(trusted(true, "com.example.app://localhost/callback"));
    assertFalse(trusted(true, "com.example.app:/callback", "https://app.example.org"));
    assertFalse(
        trusted(false, "https://app.example.org@evil_host.example/", "https://app.example.org"));
  }

  @Test
  void oneStarStopsAtADotAndTwoDoNot() {
    assertTrue(trusted(false, "https://a.example.org/", "https://*.example.org"));
    assertFalse(trusted(false, "https://a.b.example.org/", "https://*.example.org"));
    assertTrue(trusted(false, "https://a.b.example.org/", "https://**.example.org"));
    assertFalse(trusted(false, "https://a.example.org:8443/", "https://*.example.org"));
    assertTrue(trusted(false, "https://a.example.org:8443/", "https://*.example.org:8443"));
  }
}
