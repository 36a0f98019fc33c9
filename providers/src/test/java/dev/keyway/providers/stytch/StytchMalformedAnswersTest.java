package dev.keyway.providers.stytch;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.keyway.AccessToken;
import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.OAuthOptions;
import dev.keyway.OAuthProviderId;
import dev.keyway.RenewalToken;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.UserId;
import dev.keyway.UserQuery;
import dev.keyway.UserUpdate;
import dev.keyway.providers.http.Mutations;
import dev.keyway.providers.http.ScriptedServer.Reply;
import dev.keyway.spi.Areas;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every value of every answer, replaced by what Stytch never sends: nobody's argument is wrong. */
class StytchMalformedAnswersTest {

  private static final EmailAddress ADA = EmailAddress.of("ada@example.com");
  private static final URI CALLBACK = URI.create("https://app.example.com/cb");
  private static final UserId USER = UserId.of(StytchServer.USER);
  private static final CallOptions NONE = CallOptions.defaults();
  private static final SessionTokens TOKENS =
      new SessionTokens(AccessToken.of("jwt"), RenewalToken.of("t0ken"));
  private static final String HEAD = "{\"status_code\":200,\"request_id\":\"r\",";

  private record Case(String route, String answer, Consumer<Areas> call) {

    @Override
    public String toString() {
      return route;
    }
  }

  static final List<Case> CASES =
      List.of(
          new Case(
              "GET /v1/users/{id}",
              StytchServer.userWithApp().replaceFirst("\\{", HEAD.replace("\\", "")),
              a -> a.users().find(USER, NONE)),
          new Case(
              "PUT /v1/users/{id}",
              HEAD + "\"user\":" + StytchServer.user("") + "}",
              a -> a.users().update(USER, UserUpdate.builder().displayName("x").build(), NONE)),
          new Case(
              "POST /v1/users/search",
              HEAD
                  + "\"results\":["
                  + StytchServer.user("")
                  + "],\"results_metadata\":{\"total\":1,\"next_cursor\":\"c\"}}",
              a -> a.users().search(UserQuery.all(), NONE)),
          new Case(
              "GET /v1/sessions",
              HEAD + "\"sessions\":[" + firstFactor() + "]}",
              a -> a.sessions().list(USER, NONE)),
          new Case(
              "POST /v1/sessions/authenticate",
              StytchServer.signIn(),
              a -> a.sessions().authenticate(TOKENS, NONE)),
          new Case(
              "POST /v1/passwords/authenticate",
              StytchServer.signIn(StytchServer.userWithApp(), firstFactor()),
              a -> a.passwords().signIn(ADA, Secret.of("pw"))),
          new Case(
              "POST /v1/otps/email/login_or_create",
              HEAD + "\"user_id\":\"u\",\"email_id\":\"e\",\"user_created\":true}",
              a -> a.otps().sendEmail(ADA)),
          new Case(
              "POST /v1/magic_links/email/login_or_create",
              HEAD + "\"user_id\":\"u\",\"email_id\":\"e\",\"user_created\":true}",
              a -> a.magicLinks().send(ADA, CALLBACK)),
          new Case(
              "POST /v1/oauth/attach",
              HEAD + "\"oauth_attach_token\":\"a\"}",
              a ->
                  a.oauth()
                      .authorize(
                          OAuthProviderId.GITHUB,
                          CALLBACK,
                          OAuthOptions.builder().linkTo(TOKENS).build())),
          new Case(
              "POST /v1/totps",
              HEAD
                  + "\"totp_id\":\"t\",\"secret\":\"JBSWY3DPEHPK3PXP\","
                  + "\"recovery_codes\":[\"aaaa-bbbb-cccc\"]}",
              a -> a.totp().startEnrolment(TOKENS)),
          new Case(
              "POST /v1/totps/recovery_codes",
              HEAD
                  + "\"totps\":[{\"totp_id\":\"t\",\"verified\":true,"
                  + "\"recovery_codes\":[\"aaaa-bbbb-cccc\"]}]}",
              a -> a.totp().recoveryCodes(USER, NONE)),
          new Case(
              "POST /v1/webauthn/register/start",
              HEAD
                  + "\"public_key_credential_creation_options\":"
                  + "\"{\\\"challenge\\\":\\\"Y2hhbGxlbmdl\\\"}\"}",
              a -> a.passkeys().startRegistration(TOKENS)));

  private static final Set<ErrorCode> NOT_THE_ANSWERS =
      Set.of(ErrorCode.INVALID_ARGUMENT, ErrorCode.CONFIGURATION_INVALID, ErrorCode.UNKNOWN);

  private final StytchServer server = new StytchServer();

  @AfterEach
  void close() {
    server.close();
  }

  private static String firstFactor() {
    return StytchServer.session(StytchServer.factor("password", "knowledge"));
  }

  private static void call(StytchServer server, Case one) {
    one.call().accept(server.provider.areas());
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void whatStytchNeverSendsIsNobodysArgument(Case one) {
    CASES.forEach(known -> server.on(known.route(), Reply.json(200, known.answer())));
    call(server, one);
    assertAll(
        Mutations.of(one.answer()).stream()
            .map(
                mutation ->
                    () -> {
                      server.on(one.route(), Reply.json(200, mutation.json()));
                      try {
                        call(server, one);
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
          new Unfit("POST /v1/users/search", "\"c\"", "\"two words\""),
          new Unfit("POST /v1/users/search", "\"c\"", "\"" + "x".repeat(3000) + "\""),
          new Unfit("POST /v1/users/search", StytchServer.USER, "two words"),
          new Unfit("GET /v1/sessions", StytchServer.SESSION, "two words"),
          new Unfit("POST /v1/totps", "\"JBSWY3DPEHPK3PXP\"", "\" \""),
          new Unfit("POST /v1/totps", "aaaa-bbbb-cccc", "x".repeat(70)),
          new Unfit("POST /v1/totps/recovery_codes", "aaaa-bbbb-cccc", "x".repeat(70)));

  @ParameterizedTest
  @FieldSource("UNFIT")
  void anUnfitIdCursorOrCodeIsAnInvalidResponse(Unfit unfit) {
    CASES.forEach(known -> server.on(known.route(), Reply.json(200, known.answer())));
    Case one =
        CASES.stream()
            .filter(known -> known.route().equals(unfit.route()))
            .findFirst()
            .orElseThrow();
    server.on(one.route(), Reply.json(200, one.answer().replace(unfit.from(), unfit.to())));
    AuthException e = assertThrows(AuthException.class, () -> call(server, one));
    assertEquals(ErrorCode.INVALID_RESPONSE, e.code(), e.toString());
  }
}
