package dev.keyway.providers.stytch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AccountOutcome;
import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.UserId;
import dev.keyway.providers.stytch.consumer.Links;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StytchLinksTest {

  private static final EmailAddress ADA = EmailAddress.of("ada@example.com");
  private static final URI CALLBACK = URI.create("https://app.example.com/cb?x=1");
  private static final UserId USER = UserId.of(StytchServer.USER);

  private final StytchServer server = new StytchServer();
  private final Links links = server.view().links();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void anEmbeddableLinkIsOneThatAuthenticateTakes() {
    server.on("POST /v1/magic_links", "{\"user_id\":\"u\",\"token\":\"abc=\"}");
    server.on("POST /v1/magic_links/authenticate", StytchServer.signIn());
    URI link =
        links.embeddable(
            USER, CALLBACK, DeliveryOptions.builder().expiresIn(Duration.ofHours(2)).build());
    assertEquals(
        StytchServer.json(
            "{\"user_id\":\"%s\",\"expiration_minutes\":120}".formatted(StytchServer.USER)),
        server.body(0));
    assertEquals(
        AccountOutcome.UNKNOWN,
        server.provider.areas().magicLinks().authenticate(link).orElseThrow().account());
    assertEquals("abc=", server.body(1).get("token").asText());
  }

  @Test
  void anInvitationIsSentAndTakenBack() {
    server.on(
        "POST /v1/magic_links/email/invite", "{\"user_id\":\"%s\"}".formatted(StytchServer.USER));
    server.on("POST /v1/magic_links/email/revoke_invite", "{}");
    assertEquals(USER, links.invite(ADA, CALLBACK, DeliveryOptions.defaults()));
    assertEquals(CALLBACK.toString(), server.body(0).get("invite_magic_link_url").asText());
    links.revokeInvite(ADA, CallOptions.defaults());
    assertEquals(StytchServer.json("{\"email\":\"ada@example.com\"}"), server.body(1));
  }

  @Test
  void anExpiryThatStytchHasNotIsRefusedBeforeARequest() {
    AuthException e =
        assertThrows(
            AuthException.class,
            () ->
                links.invite(
                    ADA,
                    CALLBACK,
                    DeliveryOptions.builder().expiresIn(Duration.ofMinutes(4)).build()));
    assertEquals(ErrorCode.INVALID_ARGUMENT, e.code());
    assertTrue(server.received().isEmpty());
    assertTrue(server.provider.unwrap(String.class, StytchServer.UNGUARDED).isEmpty());
  }
}
