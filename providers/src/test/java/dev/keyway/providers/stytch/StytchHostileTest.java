package dev.keyway.providers.stytch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.keyway.AccessToken;
import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.RenewalToken;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.SignInOptions;
import dev.keyway.UserId;
import dev.keyway.UserUpdate;
import dev.keyway.providers.http.ScriptedServer.Reply;
import dev.keyway.providers.stytch.consumer.AuthorizationRequest;
import dev.keyway.providers.stytch.consumer.ConnectedAppId;
import dev.keyway.providers.stytch.consumer.Consents;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server in Stytch's place that means harm, or is broken. */
class StytchHostileTest {

  private static final UserId OTHER = UserId.of("user-test-00000000-0000-4000-8000-00000000ffff");
  private static final UserId USER = UserId.of(StytchServer.USER);
  private static final CallOptions NONE = CallOptions.defaults();

  private final StytchServer server = new StytchServer();

  @AfterEach
  void close() {
    server.close();
  }

  private static void assertInvalid(Runnable call) {
    AuthException e = assertThrows(AuthException.class, call::run);
    assertEquals(ErrorCode.INVALID_RESPONSE, e.code(), e.toString());
  }

  @Test
  void whoeverComesBackIsWhoeverWasAskedFor() {
    server.on("GET /v1/users/{id}", StytchServer.user(""));
    server.on("PUT /v1/users/{id}", "{\"user\":" + StytchServer.user("") + "}");
    server.on("GET /v1/sessions", "{\"sessions\":[" + StytchServer.session() + "]}");
    assertInvalid(() -> server.provider.areas().users().find(OTHER, NONE));
    assertInvalid(
        () ->
            server
                .provider
                .areas()
                .users()
                .update(OTHER, UserUpdate.builder().displayName("x").build(), NONE));
    assertInvalid(() -> server.provider.areas().sessions().list(OTHER, NONE));
    assertEquals(USER, server.provider.areas().users().find(USER, NONE).orElseThrow().id());
  }

  @Test
  void aBrowserIsSentWhereTheAppAskedForAndNowhereElse() {
    AuthorizationRequest request =
        AuthorizationRequest.of(
            ConnectedAppId.of("connected-app-test-1"),
            URI.create("https://app.example.org"),
            Set.of("email"));
    Consents consents = server.view().consents();
    RenewalToken session = RenewalToken.of("t0ken-s3cr3t");
    for (String foreign :
        List.of(
            "https://app.example.org.evil.example/?code=c",
            "https://app.example.org@evil.example/?code=c",
            "https://app.example.org:444/?code=c",
            "http://app.example.org/?code=c",
            "https://app.example.org/elsewhere?code=c",
            "no url")) {
      server.on("POST /v1/idp/oauth/authorize", "{\"redirect_uri\":\"" + foreign + "\"}");
      assertInvalid(() -> consents.allow(request, session, NONE));
    }
    String right = "https://app.example.org?code=c";
    server.on("POST /v1/idp/oauth/authorize", "{\"redirect_uri\":\"" + right + "\"}");
    assertEquals(URI.create(right), consents.allow(request, session, NONE));
  }

  @Test
  void anAddressThatIsNoneHereIsLeftOut() {
    server.on("GET /v1/users/{id}", StytchServer.user("").replace("Ada@example.com", "no address"));
    assertEquals(
        List.of(), server.provider.areas().users().find(USER, NONE).orElseThrow().emails());
  }

  @Test
  void aSessionOfSomebodyElseIsNoSignIn() {
    server.on(
        "POST /v1/passwords/authenticate",
        StytchServer.signIn(
            StytchServer.user(""),
            StytchServer.session().replace(StytchServer.USER, OTHER.value())));
    assertInvalid(
        () ->
            server
                .provider
                .areas()
                .passwords()
                .signIn(
                    EmailAddress.of("ada@example.com"),
                    Secret.of("correct-horse-battery"),
                    SignInOptions.defaults()));
  }

  @Test
  void whatStytchDoesNotDocumentAsSuccessIsNone() {
    SessionTokens tokens =
        new SessionTokens(AccessToken.of("a.b.c"), RenewalToken.of("t0ken-s3cr3t"));
    for (Reply reply :
        List.of(
            Reply.of(200, "text/html", "<p>signed out</p>"),
            Reply.json(204, ""),
            Reply.json(206, "{\"status_code\":206}"),
            Reply.json(200, "false"),
            Reply.json(200, "{}"),
            Reply.json(200, "{\"success\":false}"),
            Reply.json(200, "{\"status_code\":\"200\"}"),
            Reply.json(200, "{\"status_code\":500}"))) {
      server.on("POST /v1/sessions/revoke", reply);
      server.on("DELETE /v1/users/{id}", reply);
      assertInvalid(() -> server.provider.areas().sessions().signOut(tokens, NONE));
      assertInvalid(() -> server.provider.areas().users().delete(USER, NONE));
    }
  }

  @Test
  void anEchoIsNotAnErrorType() {
    for (String echo :
        List.of("correct_horse_battery", "bad\\r\\ncode", "\\u001b[31m", "x".repeat(60_000))) {
      server.on(
          "POST /v1/passwords/authenticate",
          Reply.json(
              400,
              "{\"status_code\":400,\"request_id\":\"%s\",\"error_type\":\"%s\"}"
                  .formatted(echo, echo)));
      AuthException e =
          assertThrows(
              AuthException.class,
              () ->
                  server
                      .provider
                      .areas()
                      .passwords()
                      .signIn(
                          EmailAddress.of("ada@example.com"),
                          Secret.of("correct_horse_battery"),
                          SignInOptions.defaults()));
      assertEquals(ErrorCode.UNKNOWN, e.code());
      assertEquals(Optional.empty(), e.providerError().orElseThrow().nativeCode());
      assertEquals(Optional.empty(), e.providerError().orElseThrow().requestId());
      assertFalse(e.toString().contains("horse"), e.toString());
    }
  }
}
