package dev.keyway.providers.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.keyway.AccessToken;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.MetadataScope;
import dev.keyway.OAuthProviderId;
import dev.keyway.Secret;
import dev.keyway.UserId;
import dev.keyway.UserUpdate;
import dev.keyway.providers.http.ScriptedServer.Reply;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server in Stack Auth's place that means harm, or is broken. */
class StackAuthHostileTest {

  private static final String OTHER = "5b3f0d0e-9c3f-4c53-9e2e-0a1f6f1dffff";
  private static final UserId USER = UserId.of(FakeStack.USER);

  private final FakeStack stack = new FakeStack();

  @AfterEach
  void close() {
    stack.close();
  }

  private static void assertInvalid(Runnable call) {
    AuthException e = assertThrows(AuthException.class, call::run);
    assertEquals(ErrorCode.INVALID_RESPONSE, e.code(), e.toString());
  }

  @Test
  void whoeverComesBackIsWhoeverWasAskedFor() {
    Reply somebody = Reply.json(200, FakeStack.user("jane@example.org"));
    stack.on("GET /api/v1/users/" + OTHER, somebody);
    stack.on("PATCH /api/v1/users/" + OTHER, somebody);
    stack.on(
        "GET /api/v1/auth/sessions",
        Reply.json(
            200,
            "{\"items\":[{\"id\":\"%s\",\"user_id\":\"%s\"}]}"
                .formatted(FakeStack.SESSION, FakeStack.USER)));
    UserId other = UserId.of(OTHER);
    assertInvalid(() -> stack.client().users().find(other));
    assertInvalid(
        () -> stack.client().users().update(other, UserUpdate.builder().displayName("x").build()));
    assertInvalid(() -> stack.client().sessions().list(other));
    assertEquals(USER, stack.client().users().find(USER).orElseThrow().id());
  }

  @Test
  void aFlagInATokenCountsUnlessItIsFalse() {
    for (Object flag : List.of("true", 1, "false", true)) {
      AccessToken token =
          AccessToken.of(
              stack.accessToken(
                  "projects",
                  "",
                  claims -> {
                    claims.put("is_anonymous", flag);
                    return claims;
                  }));
      AuthException e =
          assertThrows(AuthException.class, () -> stack.client().sessions().verify(token));
      assertEquals(ErrorCode.ACCOUNT_RESTRICTED, e.code());
    }
  }

  @Test
  void theUserOfATokenIsTheOneThatTheTokenNames() {
    stack.on(
        "GET /api/v1/users/me",
        Reply.json(200, FakeStack.user("eve@example.org").replace(FakeStack.USER, OTHER)));
    assertInvalid(() -> stack.client().sessions().authenticate(stack.tokens()));
  }

  @Test
  void whatStackAuthDoesNotDocumentAsSuccessIsNone() {
    for (Reply reply :
        List.of(
            Reply.of(200, "text/html", "<p>done</p>"),
            Reply.json(204, ""),
            Reply.json(206, "{\"success\":true}"),
            Reply.json(200, "false"),
            Reply.json(200, "{}"),
            Reply.json(200, "{\"success\":false}"),
            Reply.json(200, "{\"success\":\"true\"}"))) {
      stack.on("DELETE /api/v1/users/" + FakeStack.USER, reply);
      stack.on("POST /api/v1/auth/password/send-reset-code", reply);
      stack.on("POST /api/v1/auth/password/reset", reply);
      assertInvalid(() -> stack.client().users().delete(USER));
      assertInvalid(
          () -> stack.client().passwords().startReset(FakeStack.JANE, FakeStack.CALLBACK));
      assertInvalid(
          () ->
              stack
                  .client()
                  .passwords()
                  .finishReset(
                      URI.create(FakeStack.CALLBACK + "?code=" + FakeStack.CODE),
                      Secret.of("another-horse-battery")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"is_anonymous\":\"true\"",
        "\"is_anonymous\":1",
        "\"is_anonymous\":\"\"",
        "\"signed_up_at_millis\":9223372036854775807",
        "\"signed_up_at_millis\":92233720368547758070",
        "\"signed_up_at_millis\":1.5",
        "\"oauth_providers\":[null]",
      })
  void noFieldIsReadWrongly(String field) {
    answer(field);
    assertInvalid(() -> stack.client().users().find(USER));
  }

  @Test
  void whatNoValueCanHoldIsLeftOut() {
    answer("\"oauth_providers\":[{\"id\":\"no such name\\u0000\"},{\"id\":\"github\"}]");
    assertEquals(
        Set.of(OAuthProviderId.of("github")),
        stack.client().users().find(USER).orElseThrow().oauthProviders());
    answer("\"client_metadata\":{\"x\":1e400,\"y\":1}");
    assertEquals(
        Set.of("y"),
        stack
            .client()
            .users()
            .find(USER)
            .orElseThrow()
            .metadata(MetadataScope.USER_WRITABLE)
            .keySet());
  }

  private void answer(String field) {
    String user = FakeStack.user("jane@example.org");
    String name = field.substring(0, field.indexOf(':'));
    String without = user.replaceAll(name + ":(\"[^\"]*\"|\\[.*?\\]|\\{.*?\\}|[^,\\[{]*),", "");
    stack.on(
        "GET /api/v1/users/" + FakeStack.USER,
        Reply.json(200, without.replaceFirst("\\{", "{" + field.replace("\\", "\\\\") + ",")));
  }
}
