package dev.keyway.providers.stackauth;

import static dev.keyway.providers.stackauth.FakeStack.NOW;
import static dev.keyway.providers.stackauth.FakeStack.REFRESH;
import static dev.keyway.providers.stackauth.FakeStack.SESSION;
import static dev.keyway.providers.stackauth.FakeStack.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AccessToken;
import dev.keyway.AuthClient;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.RenewalToken;
import dev.keyway.Session;
import dev.keyway.SessionId;
import dev.keyway.SignInResult.SignedIn;
import dev.keyway.UserId;
import dev.keyway.VerifyOptions;
import dev.keyway.providers.http.ScriptedServer.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class StackAuthSessionsTest {

  private static final String REFRESHED = "POST /api/v1/auth/sessions/current/refresh";
  private static final String CURRENT = "DELETE /api/v1/auth/sessions/current";
  private static final String LIST = "GET /api/v1/auth/sessions";
  private static final String DELETE = "DELETE /api/v1/auth/sessions/" + SESSION;
  private static final Reply DONE = Reply.json(200, "{\"success\":true}");
  private static final UserId JANE = UserId.of(USER);

  private final FakeStack stack = new FakeStack();

  @AfterEach
  void close() {
    stack.close();
  }

  @Test
  void aTokenIsVerifiedHereWithOneFetchOfKeys() {
    AccessToken token = AccessToken.of(stack.accessToken());
    for (int i = 0; i < 3; i++) {
      Session session = stack.client().sessions().verify(token);
      assertEquals(SESSION, session.id().value());
      assertEquals(JANE, session.userId());
      assertEquals(Optional.of(NOW.plusSeconds(600)), session.accessTokenExpiresAt());
      assertEquals("jane@example.org", session.claims().get("email"));
      assertFalse(session.restricted());
    }
    assertEquals(
        1,
        stack.sent("GET /api/v1/projects/" + FakeStack.PROJECT + "/.well-known/jwks.json").size());
    assertEquals(List.of(), stack.sent());
  }

  @Test
  void restrictedAndAnonymousUsersPassOnlyWhereAllowed() {
    AccessToken restricted = token("projects-restricted-users", ":restricted", c -> c);
    AccessToken anonymous = token("projects-anonymous-users", ":anon", c -> c);
    VerifyOptions allowRestricted = VerifyOptions.builder().allowRestricted(true).build();
    VerifyOptions allowAnonymous = VerifyOptions.builder().allowAnonymous(true).build();

    assertCode(ErrorCode.ACCOUNT_RESTRICTED, () -> stack.client().sessions().verify(restricted));
    assertCode(ErrorCode.ACCOUNT_RESTRICTED, () -> stack.client().sessions().verify(anonymous));
    assertCode(
        ErrorCode.ACCOUNT_RESTRICTED,
        () -> stack.client().sessions().verify(anonymous, allowRestricted));
    assertCode(
        ErrorCode.ACCOUNT_RESTRICTED,
        () -> stack.client().sessions().verify(restricted, allowAnonymous));
    assertTrue(stack.client().sessions().verify(restricted, allowRestricted).restricted());
    assertTrue(stack.client().sessions().verify(anonymous, allowAnonymous).anonymous());
  }

  @Test
  void issuerAndAudienceMustFitEachOther() {
    for (AccessToken token :
        List.of(
            token("projects", ":anon", c -> c),
            token("projects-anonymous-users", "", c -> c),
            token("projects", "", c -> with(c, "aud", "another-project")),
            token("projects", "", c -> with(c, "iss", "https://evil.example/api/v1/projects")),
            AccessToken.of("not-a-token"))) {
      assertCode(
          ErrorCode.TOKEN_INVALID,
          () ->
              stack
                  .client()
                  .sessions()
                  .verify(
                      token,
                      VerifyOptions.builder().allowAnonymous(true).allowRestricted(true).build()));
    }
  }

  @Test
  void theIssuerMayHaveAnotherUrlThanTheServer() {
    AccessToken token =
        token(
            "projects",
            "",
            c -> with(c, "iss", "https://auth.example.org/api/v1/projects/" + FakeStack.PROJECT));
    try (AuthClient client =
        stack.client(config -> config.issuerUrl(URI.create("https://auth.example.org/")))) {
      assertEquals(JANE, client.sessions().verify(token).userId());
      assertCode(
          ErrorCode.TOKEN_INVALID,
          () -> client.sessions().verify(AccessToken.of(stack.accessToken())));
    }
  }

  @Test
  void anOldTokenIsExpired() {
    assertCode(
        ErrorCode.TOKEN_EXPIRED,
        () ->
            stack
                .client()
                .sessions()
                .verify(
                    token(
                        "projects",
                        "",
                        c -> with(c, "exp", NOW.minusSeconds(6).getEpochSecond()))));
    AccessToken issuedLongAgo =
        token("projects", "", c -> with(c, "iat", NOW.minusSeconds(120).getEpochSecond()));
    assertCode(
        ErrorCode.TOKEN_EXPIRED,
        () ->
            stack
                .client()
                .sessions()
                .verify(
                    issuedLongAgo, VerifyOptions.builder().maxAge(Duration.ofSeconds(60)).build()));
  }

  @Test
  void authenticationAsksTheServerAndReadsTheUser() {
    SignedIn in = stack.client().sessions().authenticate(stack.tokens());
    assertEquals(USER, in.user().id().value());
    assertEquals(List.of(REFRESHED, "GET /api/v1/users/me"), stack.sent());
    assertEquals(REFRESH, stack.sent(REFRESHED).get(0).headers().get("x-stack-refresh-token"));
    assertNull(stack.sent(REFRESHED).get(0).headers().get("x-stack-access-token"));
    assertNull(stack.sent(REFRESHED).get(0).headers().get("content-type"));
  }

  @Test
  void aDeletedUserHasNoSession() {
    stack.on("GET /api/v1/users/me", FakeStack.known(400, "CANNOT_GET_OWN_USER_WITHOUT_USER"));
    assertCode(
        ErrorCode.SESSION_NOT_FOUND, () -> stack.client().sessions().authenticate(stack.tokens()));
  }

  @Test
  void aRenewalTokenThatNoHeaderCanHoldIsUnknown() {
    assertCode(
        ErrorCode.SESSION_NOT_FOUND,
        () -> stack.client().sessions().refresh(RenewalToken.of("a\r\nx-admin: 1")));
    assertEquals(List.of(), stack.sent());
  }

  @Test
  void signingOutEndsTheSessionOfTheRenewalToken() {
    stack.on(CURRENT, DONE);
    stack.client().sessions().signOut(stack.tokens());
    assertEquals(List.of(REFRESHED, CURRENT), stack.sent());
    assertNull(stack.sent(CURRENT).get(0).headers().get("content-type"));
  }

  @Test
  void signingOutTwiceIsNoError() {
    stack.on(CURRENT, FakeStack.known(401, "REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED"));
    stack.client().sessions().signOut(stack.tokens());
    stack.on(REFRESHED, FakeStack.known(401, "REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED"));
    stack.client().sessions().signOut(stack.tokens());
    stack.on(REFRESHED, Reply.json(503, "{}"));
    assertCode(
        ErrorCode.SERVICE_UNAVAILABLE, () -> stack.client().sessions().signOut(stack.tokens()));
  }

  @Test
  void sessionsAreListedWithoutThoseThatCannotLive() {
    stack.on(
        LIST,
        Reply.json(
            200,
            "{\"is_paginated\":false,\"items\":["
                + item(SESSION, NOW.minusSeconds(60).toEpochMilli())
                + ","
                + item(
                    "00000000-0000-4000-8000-000000000000",
                    NOW.minus(Duration.ofDays(368)).toEpochMilli())
                + "]}"));
    List<Session> sessions = stack.client().sessions().list(JANE);
    assertEquals(List.of(SESSION), sessions.stream().map(s -> s.id().value()).toList());
    assertEquals(Optional.of(NOW.minusSeconds(60)), sessions.get(0).startedAt());
    assertEquals("/api/v1/auth/sessions?user_id=" + USER, stack.sent(LIST).get(0).target());
    assertEquals(List.of(), stack.client().sessions().list(UserId.of("me")));
  }

  @Test
  void onlyASessionOfTheUserIsRevoked() {
    stack.on(LIST, Reply.json(200, "{\"items\":[" + item(SESSION, NOW.toEpochMilli()) + "]}"));
    stack.on(DELETE, DONE);
    stack.client().sessions().revoke(JANE, SessionId.of("00000000-0000-4000-8000-000000000000"));
    assertEquals(List.of(LIST), stack.sent());
    stack.client().sessions().revoke(JANE, SessionId.of(SESSION));
    assertEquals(DELETE.split(" ", 2)[1] + "?user_id=" + USER, stack.sent(DELETE).get(0).target());
  }

  @Test
  void aSessionThatEndsMeanwhileIsNoError() {
    stack.on(LIST, Reply.json(200, "{\"items\":[" + item(SESSION, NOW.toEpochMilli()) + "]}"));
    stack.on(DELETE, Reply.text(404, "Session not found."));
    stack.client().sessions().revokeAll(JANE);
    assertEquals(List.of(LIST, DELETE), stack.sent());
  }

  private static String item(String id, long createdAt) {
    return "{\"id\":\"%s\",\"user_id\":\"%s\",\"created_at\":%d,\"last_used_at\":%d}"
        .formatted(id, USER, createdAt, createdAt);
  }

  private AccessToken token(String path, String suffix, UnaryOperator<Map<String, Object>> change) {
    return AccessToken.of(stack.accessToken(path, suffix, change));
  }

  private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
    claims.put(name, value);
    return claims;
  }

  private static void assertCode(ErrorCode code, Executable call) {
    assertEquals(code, assertThrows(AuthException.class, call).code());
  }
}
