package dev.keyway.providers.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackAuthSettingsTest {

  private static Map<String, String> complete() {
    Map<String, String> settings = new HashMap<>();
    settings.put("keyway.stack-auth.project-id", "11111111-1111-4111-8111-111111111111");
    settings.put("keyway.stack-auth.secret-server-key", "ssk_1234");
    settings.put("keyway.stack-auth.publishable-client-key", "pck_1234");
    return settings;
  }

  @ParameterizedTest
  @CsvSource({
    "secret-server-key, pck_5678, a secret server key",
    "secret-server-key, sak_5678, a secret server key",
    "publishable-client-key, ssk_5678, a publishable client key",
    "publishable-client-key, whsec_5678, a publishable client key",
    "secret-server-key, two words, characters that no key has",
    "secret-server-key, ${STACK_KEY}, nothing replaced",
  })
  void aKeyInThePlaceOfAnotherIsToldByNameAndNotShown(String key, String value, String says) {
    Map<String, String> settings = complete();
    settings.put("keyway.stack-auth." + key, value);
    AuthException e =
        assertThrows(AuthException.class, () -> StackAuthSettings.of(AuthConfig.of(settings)));
    assertEquals(ErrorCode.CONFIGURATION_INVALID, e.code());
    assertTrue(e.toString().contains("keyway.stack-auth." + key), e.toString());
    assertTrue(e.toString().contains(says), e.toString());
    assertFalse(e.toString().contains(value), e.toString());
  }

  @Test
  void aKeyOfAServerOfOnesOwnIsTaken() {
    Map<String, String> settings = complete();
    settings.put("keyway.stack-auth.secret-server-key", "this-is-for-local-development-only");
    assertTrue(StackAuthSettings.of(AuthConfig.of(settings)).clientKey().isPresent());
  }
}
