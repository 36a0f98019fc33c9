package dev.keyway.providers.stackauth;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.keyway.AuthClient;
import dev.keyway.AuthException;
import dev.keyway.DeliveryOptions;
import dev.keyway.ErrorCode;
import dev.keyway.OAuthProviderId;
import dev.keyway.PasskeyOptions;
import dev.keyway.UserId;
import dev.keyway.UserQuery;
import dev.keyway.UserUpdate;
import dev.keyway.providers.http.Mutations;
import dev.keyway.providers.http.ScriptedServer.Reply;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every value of every answer, replaced by what Stack Auth never sends: nobody's argument is wrong.
 */
class StackAuthMalformedAnswersTest {

  private static final UserId USER = UserId.of(FakeStack.USER);
  private static final String USER_JSON = FakeStack.user("jane@example.org");
  private static final PasskeyOptions HERE =
      PasskeyOptions.builder().relyingPartyId("app.example.org").build();

  private record Case(String route, String answer, BiConsumer<AuthClient, FakeStack> call) {

    @Override
    public String toString() {
      return route;
    }
  }

  static final List<Case> CASES =
      List.of(
          new Case(
              "GET /api/v1/users/" + FakeStack.USER, USER_JSON, (c, s) -> c.users().find(USER)),
          new Case(
              "PATCH /api/v1/users/" + FakeStack.USER,
              USER_JSON,
              (c, s) -> c.users().update(USER, UserUpdate.builder().displayName("x").build())),
          new Case(
              "GET /api/v1/users",
              "{\"items\":["
                  + USER_JSON
                  + "],\"is_paginated\":true,\"pagination\":{\"next_cursor\":\""
                  + FakeStack.USER
                  + "\"}}",
              (c, s) -> c.users().search(UserQuery.all())),
          new Case(
              "GET /api/v1/auth/sessions",
              "{\"items\":[{\"id\":\"%s\",\"user_id\":\"%s\",\"created_at\":1772366400000,\"last_used_at\":1772366400000,\"is_impersonation\":false}]}"
                  .formatted(FakeStack.SESSION, FakeStack.USER),
              (c, s) -> c.sessions().list(USER)),
          new Case(
              "GET /api/v1/users/me", USER_JSON, (c, s) -> c.sessions().authenticate(s.tokens())),
          new Case(
              "POST /api/v1/auth/sessions/current/refresh",
              "{\"access_token\":\"a.b.c\"}",
              (c, s) -> c.sessions().refresh(s.tokens().renewal())),
          new Case(
              "POST /api/v1/auth/password/sign-in",
              "{\"access_token\":\"a.b.c\",\"refresh_token\":\"r\",\"user_id\":\"u\"}",
              (c, s) -> c.passwords().signIn(FakeStack.JANE, FakeStack.PASSWORD)),
          new Case(
              "POST /api/v1/auth/otp/send-sign-in-code",
              "{\"nonce\":\"n\"}",
              (c, s) ->
                  c.otps()
                      .sendEmail(
                          FakeStack.JANE,
                          DeliveryOptions.builder().callback(FakeStack.CALLBACK).build())),
          new Case(
              "POST /api/v1/auth/passkey/initiate-passkey-authentication",
              "{\"options_json\":{\"challenge\":\"Y2hhbGxlbmdl\",\"allowCredentials\":[]},\"code\":\"c\"}",
              (c, s) -> c.passkeys().startSignIn(HERE)),
          new Case(
              "GET /api/v1/projects/current",
              "{\"display_name\":\"My Project\"}",
              (c, s) -> c.totp().startEnrolment(s.tokens())),
          new Case(
              "POST /api/v1/connected-accounts/" + FakeStack.USER + "/github/access-token",
              "{\"access_token\":\"a\"}",
              (c, s) -> c.oauth().accessToken(USER, OAuthProviderId.GITHUB, Set.of())));

  private static final Set<ErrorCode> NOT_THE_ANSWERS =
      Set.of(ErrorCode.INVALID_ARGUMENT, ErrorCode.CONFIGURATION_INVALID, ErrorCode.UNKNOWN);

  private final FakeStack stack = new FakeStack();

  @AfterEach
  void close() {
    stack.close();
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void whatStackAuthNeverSendsIsNobodysArgument(Case one) {
    CASES.stream()
        .filter(known -> !known.answer().contains("a.b.c"))
        .forEach(known -> stack.on(known.route(), Reply.json(200, known.answer())));
    assertAll(
        Mutations.of(one.answer()).stream()
            .map(
                mutation ->
                    () -> {
                      stack.on(one.route(), Reply.json(200, mutation.json()));
                      try {
                        one.call().accept(stack.client(), stack);
                      } catch (AuthException e) {
                        assertFalse(
                            NOT_THE_ANSWERS.contains(e.code()), mutation.where() + ": " + e);
                      } catch (RuntimeException e) {
                        throw new AssertionError(mutation.where(), e);
                      }
                    }));
  }

  private record Unfit(String route, String from, String to) {

    @Override
    public String toString() {
      return to;
    }
  }

  static final List<Unfit> UNFIT =
      List.of(
          new Unfit("GET /api/v1/users", "\"next_cursor\":\"", "\"next_cursor\":\"two words "),
          new Unfit(
              "GET /api/v1/users", "\"next_cursor\":\"", "\"next_cursor\":\"" + "x".repeat(3000)),
          new Unfit("GET /api/v1/users", "\"id\":\"" + FakeStack.USER, "\"id\":\"two words"),
          new Unfit("GET /api/v1/auth/sessions", FakeStack.SESSION, "two words"));

  @ParameterizedTest
  @FieldSource("UNFIT")
  void anUnfitIdOrCursorIsAnInvalidResponse(Unfit unfit) {
    Case one =
        CASES.stream()
            .filter(known -> known.route().equals(unfit.route()))
            .findFirst()
            .orElseThrow();
    stack.on(one.route(), Reply.json(200, one.answer().replace(unfit.from(), unfit.to())));
    AuthException e =
        assertThrows(AuthException.class, () -> one.call().accept(stack.client(), stack));
    assertEquals(ErrorCode.INVALID_RESPONSE, e.code(), e.toString());
  }
}
