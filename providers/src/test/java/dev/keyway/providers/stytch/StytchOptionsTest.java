package dev.keyway.providers.stytch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthException;
import dev.keyway.CallbackOptions;
import dev.keyway.ClientContext;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.ExtendOptions;
import dev.keyway.PhoneNumber;
import dev.keyway.RenewalToken;
import dev.keyway.Secret;
import dev.keyway.SignInOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Options as Stytch's requests name them. */
class StytchOptionsTest {

  private static final EmailAddress ADA = EmailAddress.of("ada@example.com");
  private static final URI CALLBACK = URI.create("https://app.example.com/cb");
  private static final DeliveryOptions TEMPLATES =
      DeliveryOptions.builder().template("login-1").signUpTemplate("signup-1").build();

  private final StytchServer server = new StytchServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void claimsAreSentWithTheirNulls() {
    server.on("POST /v1/sessions/authenticate", StytchServer.signIn());
    Map<String, Object> claims = new HashMap<>();
    claims.put("plan", "pro");
    claims.put("old", null);
    server
        .provider
        .areas()
        .sessions()
        .extend(
            RenewalToken.of("token"),
            Duration.ofHours(1),
            ExtendOptions.builder().sessionClaims(claims).build());
    assertEquals(
        StytchServer.json("{\"plan\":\"pro\",\"old\":null}"),
        server.body(0).get("session_custom_claims"));
    server.provider.areas().sessions().extend(RenewalToken.of("token"), Duration.ofHours(1));
    assertFalse(server.body(1).has("session_custom_claims"));
  }

  @Test
  void stytchsOwnClaimsAreRefusedUnsent() {
    SignInOptions options =
        SignInOptions.builder()
            .sessionClaims(Collections.singletonMap("https://stytch.com/session", "mine"))
            .build();
    AuthException e =
        assertThrows(
            AuthException.class,
            () -> server.provider.areas().passwords().signIn(ADA, Secret.of("pw"), options));
    assertEquals(ErrorCode.INVALID_ARGUMENT, e.code());
    assertTrue(server.received().isEmpty());
  }

  @Test
  void templatesAreSentByWhatTheyAreFor() {
    String sent = "{\"user_id\":\"%s\",\"email_id\":\"email-test-1\"}".formatted(StytchServer.USER);
    server.on("POST /v1/magic_links/email/login_or_create", sent);
    server.on("POST /v1/otps/email/login_or_create", sent);
    server.on("POST /v1/passwords/email/reset/start", sent);
    server.provider.areas().magicLinks().send(ADA, CALLBACK, TEMPLATES);
    server.provider.areas().otps().sendEmail(ADA, TEMPLATES);
    for (int request : new int[] {0, 1}) {
      assertEquals("login-1", server.body(request).get("login_template_id").asText());
      assertEquals("signup-1", server.body(request).get("signup_template_id").asText());
    }
    server.provider.areas().passwords().startReset(ADA, CALLBACK, TEMPLATES);
    assertEquals("login-1", server.body(2).get("reset_password_template_id").asText());
  }

  @Test
  void aTextMessageHasNoTemplate() {
    AuthException e =
        assertThrows(
            AuthException.class,
            () ->
                server.provider.areas().otps().sendSms(PhoneNumber.of("+14155550100"), TEMPLATES));
    assertEquals(ErrorCode.INVALID_ARGUMENT, e.code());
    assertTrue(server.received().isEmpty());
  }

  @Test
  void whatShallBeTheSameIsSentBesideTheDevice() {
    server.on("POST /v1/magic_links/authenticate", StytchServer.signIn());
    server
        .provider
        .areas()
        .magicLinks()
        .authenticate(
            URI.create(CALLBACK + "?stytch_token_type=magic_links&token=abc"),
            CallbackOptions.builder()
                .clientContext(ClientContext.of("192.0.2.1", "Browser/1"))
                .sameIpAddress(true)
                .build());
    assertEquals(
        StytchServer.json("{\"ip_match_required\":true,\"user_agent_match_required\":false}"),
        server.body(0).get("options"));
    assertEquals("192.0.2.1", server.body(0).get("attributes").get("ip_address").asText());
  }
}
