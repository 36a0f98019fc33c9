package dev.keyway.providers.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmulatorGuardTest {
  private static final String EMULATED = "6b657977-6179-4c64-9a53-4b1d2a7c0f11";

  private static AuthConfig stytch(String project, String secret, String publicToken, String url) {
    Map<String, String> settings = new HashMap<>();
    settings.put("keyway.provider", "stytch");
    settings.put("keyway.stytch.project-id", project);
    settings.put("keyway.stytch.secret", secret);
    settings.put("keyway.stytch.public-token", publicToken);
    settings.put("keyway.stytch.base-url", url);
    return AuthConfig.of(settings);
  }

  private static AuthConfig stackAuth(String project, String url) {
    return AuthConfig.of(
        Map.of(
            "keyway.provider",
            "stack-auth",
            "keyway.stack-auth.project-id",
            project,
            "keyway.stack-auth.secret-server-key",
            "ssk_s3cr3t",
            "keyway.stack-auth.base-url",
            url));
  }

  private static AuthException refusal(AuthConfig config) {
    AuthException e = assertThrows(AuthException.class, () -> AuthClient.builder(config).build());
    assertEquals(ErrorCode.CONFIGURATION_INVALID, e.code());
    assertTrue(e.toString().contains("base-url"), e.toString());
    assertFalse(e.toString().contains("s3cr3t"), e.toString());
    return e;
  }

  private static void accepted(AuthConfig config) {
    assertDoesNotThrow(() -> AuthClient.builder(config).build().close());
  }

  @ParameterizedTest
  @CsvSource({
    "project-live-1, secret-test-1, public-token-test-1",
    "project-test-1, secret-live-s3cr3t, public-token-test-1",
    "project-test-1, secret-test-1, public-token-live-1",
  })
  void aLiveStytchCredentialNeverGoesToThisMachine(
      String project, String secret, String publicToken) {
    for (String url :
        new String[] {
          "http://127.0.0.1:4000", "http://localhost:4000", "https://localhost", "http://[::1]:1"
        }) {
      refusal(stytch(project, secret, publicToken, url));
    }
    accepted(stytch(project, secret, publicToken, "https://login.example.com"));
  }

  @Test
  void aTestProjectMayBeEmulated() {
    accepted(
        stytch("project-test-1", "secret-test-1", "public-token-test-1", "http://127.0.0.1:4000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://test.stytch.com", "https://API.stytch.com"})
  void anEmulatedStytchProjectIsNotLookedForAtTheVendor(String url) {
    refusal(stytch("project-test-" + EMULATED, "secret-test-1", "public-token-test-1", url));
  }

  @Test
  void anEmulatedStackAuthProjectIsNotLookedForAtTheVendor() {
    refusal(stackAuth(EMULATED, "https://api.stack-auth.com"));
    accepted(stackAuth(EMULATED, "http://127.0.0.1:4000"));
    accepted(stackAuth(EMULATED, "https://stack.example.com"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://keyway:5399", "http://host.docker.internal", "http://10.1.2.3:80"})
  void anEmulatedProjectIsReachedInPlainHttpUnderAnyName(String url) {
    accepted(stackAuth(EMULATED, url));
    accepted(stytch("project-test-" + EMULATED, "secret-test-1", "public-token-test-1", url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://keyway:5399", "http://host.docker.internal", "http://10.1.2.3:80"})
  void anyOtherProjectIsNot(String url) {
    String other = "0b657977-6179-4c64-9a53-4b1d2a7c0f11";
    refusal(stackAuth(other, url));
    refusal(stytch("project-test-" + other, "secret-test-1", "public-token-test-1", url));
  }

  @Test
  void schemeAndHostAreAsTheyAreOnTheWire() {
    AuthConfig config =
        AuthConfig.of(
            Map.of(
                "keyway.provider",
                "x",
                "keyway.x.base-url",
                "HTTPS://B\u00dcCHER.example:8443/Base/"));
    assertEquals(
        URI.create("https://xn--bcher-kva.example:8443/Base"),
        EmulatorGuard.url(config, "x.base-url", URI.create("https://x.example"), "0"));
  }
}
