package dev.keyway.providers.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.AuthEvent;
import dev.keyway.AuthEventType;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.Secret;
import dev.keyway.User;
import dev.keyway.UserId;
import dev.keyway.providers.TestClock;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the bodies that the vendors document. */
class ReceivedEventsTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String STACK_USER =
      "{\"type\":\"user.created\",\"data\":{\"id\":\"0b9f2a52-7a52-4a52-8a52-0b9f2a520001\","
          + "\"primary_email\":\"ada@example.com\",\"primary_email_verified\":true,"
          + "\"display_name\":\"Ada\",\"selected_team\":null,\"signed_up_at_millis\":1738400400000}}";
  private static final String STYTCH_USER =
      "{\"project_id\":\"project-test-1\",\"event_id\":\"webhook-event-test-1\",\"action\":\"CREATE\","
          + "\"object_type\":\"user\",\"source\":\"DIRECT\",\"vertical\":\"CONSUMER\",\"id\":\"user-test-1\","
          + "\"timestamp\":\"2025-02-01T09:00:00.123456789Z\",\"user\":{\"user_id\":\"user-test-1\","
          + "\"name\":{\"first_name\":\"Ada\",\"middle_name\":\"\",\"last_name\":\"\"},"
          + "\"emails\":[{\"email_id\":\"email-test-1\",\"email\":\"ada@example.com\",\"verified\":true}],"
          + "\"phone_numbers\":[],\"providers\":[],\"webauthn_registrations\":[],"
          + "\"biometric_registrations\":[],\"totps\":[],\"crypto_wallets\":[],\"password\":null,"
          + "\"status\":\"active\",\"external_id\":\"\",\"is_locked\":false,\"lock_created_at\":null,"
          + "\"lock_expires_at\":null,\"created_at\":\"2025-02-01T09:00:00Z\","
          + "\"trusted_metadata\":{},\"untrusted_metadata\":{}}}";

  private final TestClock clock = new TestClock();

  private AuthClient stackAuth() {
    return client(
        Map.of(
            "keyway.provider", "stack-auth",
            "keyway.stack-auth.project-id", "11111111-1111-4111-8111-111111111111",
            "keyway.stack-auth.secret-server-key", "ssk_1",
            "keyway.stack-auth.webhook-secrets", SECRET));
  }

  private AuthClient stytch() {
    return client(
        Map.of(
            "keyway.provider", "stytch",
            "keyway.stytch.project-id", "project-test-1",
            "keyway.stytch.secret", "secret-test-1",
            "keyway.stytch.webhook-secrets", SECRET));
  }

  private AuthClient client(Map<String, String> settings) {
    return AuthClient.builder(AuthConfig.of(settings)).clock(clock).build();
  }

  private AuthEvent receive(AuthClient client, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    return client.webhooks().receive(signed(bytes), bytes);
  }

  /** Headers as Svix documents them, made by the JDK alone. */
  private Map<String, List<String>> signed(byte[] body) {
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("Svix-Id", List.of("msg_1"));
    headers.put("Svix-Timestamp", List.of(timestamp));
    String text = "msg_1." + timestamp + "." + new String(body, UTF_8);
    headers.put("Svix-Signature", List.of("v1," + hmac(text)));
    return headers;
  }

  private static String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(WebhookSecrets.key(Secret.of(SECRET)), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aUserOfStackAuthComesAlong() {
    try (AuthClient client = stackAuth()) {
      AuthEvent event = receive(client, STACK_USER);
      assertEquals(AuthEventType.USER_CREATED, event.type());
      assertEquals("user.created", event.providerType());
      assertEquals("msg_1", event.id());
      assertEquals(clock.instant(), event.sentAt());
      assertEquals("Ada", event.user().orElseThrow().displayName().orElseThrow());
      assertEquals(event.userId(), event.user().map(User::id));
      assertEquals(STACK_USER, event.json());
      assertTrue(event.happenedAt().isEmpty());
    }
  }

  @Test
  void aUserOfStytchComesAlong() {
    try (AuthClient client = stytch()) {
      AuthEvent event = receive(client, STYTCH_USER);
      assertEquals(AuthEventType.USER_CREATED, event.type());
      assertEquals("direct.user.create", event.providerType());
      assertEquals("Ada", event.user().orElseThrow().displayName().orElseThrow());
      assertEquals("2025-02-01T09:00:00.123456789Z", event.happenedAt().orElseThrow().toString());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"user.deleted\",\"data\":{\"id\":\"u1\",\"teams\":[]}} | USER_DELETED | u1",
        "{\"type\":\"team.created\",\"data\":{\"id\":\"t1\"}} | OTHER | ",
        "{\"type\":\"planet.born\",\"data\":{}} | OTHER | ",
      })
  void otherEventsOfStackAuth(String body, AuthEventType type, String user) {
    try (AuthClient client = stackAuth()) {
      AuthEvent event = receive(client, body);
      assertEquals(type, event.type());
      assertEquals(user, event.userId().map(UserId::value).orElse(null));
      assertTrue(event.user().isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"action\":\"DELETE\",\"object_type\":\"user\",\"source\":\"DASHBOARD\",\"id\":\"u1\"} | USER_DELETED | dashboard.user.delete | u1",
        "{\"action\":\"UPDATE\",\"object_type\":\"member\",\"source\":\"SCIM\",\"id\":\"m1\"} | OTHER | scim.member.update | ",
        "{\"action\":\"EXPLODE\",\"object_type\":\"user\",\"id\":\"u1\"} | OTHER | direct.user.explode | ",
      })
  void otherEventsOfStytch(String body, AuthEventType type, String name, String user) {
    try (AuthClient client = stytch()) {
      AuthEvent event = receive(client, body);
      assertEquals(type, event.type());
      assertEquals(name, event.providerType());
      assertEquals(user, event.userId().map(UserId::value).orElse(null));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "[]",
        "null",
        "{\"type\":\"user.created\",\"data\":{}}",
        "{\"type\":\"user.created\",\"data\":{\"id\":\"u1\",\"is_anonymous\":\"true\"}}",
        "{\"type\":\"user.deleted\",\"data\":{\"id\":\"two words\"}}",
        "{\"action\":\"CREATE\",\"object_type\":\"user\",\"id\":\"u1\"}",
        "{\"action\":\"DELETE\",\"object_type\":\"user\",\"id\":\"two words\"}",
        "{\"action\":\"DELETE\",\"object_type\":\"user\",\"id\":\"u1\",\"timestamp\":\"noon\"}",
        "{\"type\":\"user.deleted\",\"data\":{\"id\":\"u1\"}",
      })
  void whatIsSignedAndNoEventIsAnInvalidResponse(String body) {
    for (AuthClient client : List.of(stackAuth(), stytch())) {
      try (client) {
        AuthException failure = assertThrows(AuthException.class, () -> receive(client, body));
        assertEquals(ErrorCode.INVALID_RESPONSE, failure.code());
      }
    }
  }

  @Test
  void anEventOfAnotherProjectIsRefused() {
    try (AuthClient client = stytch()) {
      AuthException failure =
          assertThrows(
              AuthException.class,
              () -> receive(client, STYTCH_USER.replace("project-test-1", "project-test-2")));
      assertEquals(ErrorCode.WEBHOOK_REFUSED, failure.code());
    }
  }

  @Test
  void aMegabyteIsReadAndDeepJsonIsNot() {
    try (AuthClient client = stackAuth()) {
      String big = "x".repeat(1 << 20);
      String body = "{\"type\":\"team.updated\",\"data\":{\"display_name\":\"" + big + "\"}}";
      assertEquals(AuthEventType.OTHER, receive(client, body).type());
      String deep =
          "{\"type\":\"team.updated\",\"data\":" + "{\"a\":".repeat(70) + "1" + "}".repeat(71);
      AuthException failure = assertThrows(AuthException.class, () -> receive(client, deep));
      assertEquals(ErrorCode.INVALID_RESPONSE, failure.code());
    }
  }
}
