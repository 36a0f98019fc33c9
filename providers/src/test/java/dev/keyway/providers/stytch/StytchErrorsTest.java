package dev.keyway.providers.stytch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.NewUser;
import dev.keyway.Retry;
import dev.keyway.Users;
import dev.keyway.providers.stytch.wire.StytchErrors;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StytchErrorsTest {

  static Stream<Map.Entry<String, ErrorCode>> rows() {
    return Stream.concat(
        StytchErrors.TABLE.codes().entrySet().stream(),
        StytchErrors.TABLE.beginnings().entrySet().stream()
            .map(row -> Map.entry(row.getKey() + "xyz", row.getValue())));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void eachRowOfTheTableReachesTheCaller(Map.Entry<String, ErrorCode> row) {
    try (StytchServer server = new StytchServer()) {
      server.on("POST /v1/users", StytchServer.error(400, row.getKey()));
      AuthException e = assertThrows(AuthException.class, () -> create(server));
      assertEquals(row.getValue(), e.code());
      assertEquals(Retry.NEVER, e.retry());
      assertEquals(Optional.of(row.getKey()), e.providerError().orElseThrow().nativeCode());
      assertEquals(Optional.of("request-id-test-9"), e.providerError().orElseThrow().requestId());
      assertFalse(
          e.toString().contains("s3cr3t") || e.providerError().toString().contains("s3cr3t"));
    }
  }

  /** Rows that an application's flow hangs on, said again apart from the table. */
  @ParameterizedTest
  @CsvSource({
    "otp_code_not_found, CODE_INCORRECT",
    "unable_to_auth_otp_code, CODE_REFUSED",
    "magic_link_not_found, LINK_UNKNOWN",
    "unable_to_auth_magic_link, LINK_REFUSED",
    "attribute_mismatch, DEVICE_MISMATCH",
    "email_template_not_found, RESOURCE_NOT_FOUND",
    "unable_to_auth_password_reset_token, LINK_REFUSED",
    "oauth_token_not_found, OAUTH_CODE_REFUSED",
    "pkce_mismatch, PKCE_MISMATCH",
    "session_not_found, SESSION_NOT_FOUND",
    "user_lock_limit_reached, ACCOUNT_LOCKED",
    "duplicate_email, ACCOUNT_ALREADY_EXISTS",
    "weak_password, PASSWORD_TOO_WEAK",
    "breached_password, PASSWORD_BREACHED",
    "reset_password, PASSWORD_RESET_REQUIRED",
    "no_match_for_provided_magic_link_url, REDIRECT_NOT_ALLOWED",
    "unauthorized_credentials, PROJECT_CREDENTIALS_REFUSED",
    "active_totp_exists, FACTOR_ALREADY_ENROLLED",
    "totp_code_already_authenticated, CODE_ALREADY_USED",
    "unable_to_auth_webauthn_registration, PASSKEY_REFUSED",
    "invalid_client, INVALID_CREDENTIALS",
    "invalid_scope, SCOPE_MISSING",
    "m2m_client_not_found, MACHINE_NOT_FOUND",
    "m2m_client_already_rotating_secret, MACHINE_ROTATION_REFUSED",
    "m2m_client_not_rotating_secret, MACHINE_ROTATION_REFUSED",
  })
  void theRowsThatMatterSayWhatTheyMust(String type, ErrorCode code) {
    assertEquals(Optional.of(code), StytchErrors.TABLE.find(type));
  }

  @Test
  void anUnknownTypeIsUnknownAndKeepsItsName() {
    try (StytchServer server = new StytchServer()) {
      server.on("POST /v1/users", StytchServer.error(400, "invented_tomorrow"));
      AuthException e = assertThrows(AuthException.class, () -> create(server));
      assertEquals(ErrorCode.UNKNOWN, e.code());
      assertEquals(Optional.of("invented_tomorrow"), e.providerError().orElseThrow().nativeCode());
    }
  }

  @Test
  void aLimitMayBeTriedLater() {
    try (StytchServer server = new StytchServer()) {
      server.on("POST /v1/users", StytchServer.error(429, "too_many_requests"));
      AuthException e = assertThrows(AuthException.class, () -> create(server));
      assertEquals(ErrorCode.RATE_LIMITED, e.code());
      assertEquals(Retry.SAFE_LATER, e.retry());
      assertTrue(server.received().size() == 1);
    }
  }

  private static void create(StytchServer server) {
    Users users = server.provider.areas().users();
    users.create(NewUser.withEmail(EmailAddress.of("ada@example.com")), CallOptions.defaults());
  }
}
