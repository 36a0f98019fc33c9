package dev.keyway.providers.stytch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.Secret;
import dev.keyway.spi.AuthProviderFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StytchSettingsTest {

  private static Map<String, String> complete() {
    Map<String, String> settings = new HashMap<>();
    settings.put("keyway.stytch.project-id", "project-test-1");
    settings.put("keyway.stytch.secret", "secret-test-s3cr3t");
    return settings;
  }

  @ParameterizedTest
  @CsvSource({
    "project-test-1, https://test.stytch.com",
    "project-live-1, https://api.stytch.com",
  })
  void theProjectsIdChoosesTheService(String project, String url) {
    Map<String, String> settings = complete();
    settings.put("keyway.stytch.project-id", project);
    StytchSettings read = StytchSettings.of(AuthConfig.of(settings));
    assertEquals(url, read.baseUrl().toString());
    assertEquals(Duration.ofHours(1), read.sessionDuration());
    assertTrue(read.publicToken().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "project-id, my-project",
    "project-id, ''",
    "secret, ''",
    "secret, two words",
    "secret, public-token-test-1",
    "secret, project-test-1",
    "secret, ${STYTCH_SECRET}",
    "public-token, two words",
    "public-token, secret-test-1",
    "base-url, http://stytch.example.com",
    "session-duration, PT4M",
    "session-duration, PT5M1S",
    "session-duration, P367D",
    "session-duration, an hour",
  })
  void anImpossibleSettingIsNamedAndNotShown(String key, String value) {
    Map<String, String> settings = complete();
    settings.put("keyway.stytch." + key, value);
    AuthException e =
        assertThrows(AuthException.class, () -> StytchSettings.of(AuthConfig.of(settings)));
    assertEquals(ErrorCode.CONFIGURATION_INVALID, e.code());
    assertTrue(e.toString().contains("keyway.stytch." + key), e.toString());
    assertFalse(value.matches(".*[ 1}].*") && e.toString().contains(value), e.toString());
  }

  @Test
  void nothingThatHoldsTheSecretShowsIt() {
    AuthConfig config =
        Stytch.config().projectId("project-test-1").secret(Secret.of("s3cr3t")).build();
    assertFalse(StytchSettings.of(config).toString().contains("s3cr3t"));
    assertFalse(Stytch.config().secret(Secret.of("s3cr3t")).toString().contains("s3cr3t"));
  }

  @Test
  void itIsFoundOnTheClassPath() {
    assertTrue(
        ServiceLoader.load(AuthProviderFactory.class).stream()
            .map(ServiceLoader.Provider::get)
            .anyMatch(
                factory ->
                    factory.id().equals(Stytch.ID)
                        && factory.keys().equals(Stytch.factory().keys())));
  }
}
