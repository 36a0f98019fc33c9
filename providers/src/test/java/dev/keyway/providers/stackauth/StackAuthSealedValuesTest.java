package dev.keyway.providers.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.AuthException;
import dev.keyway.DeliveryOptions;
import dev.keyway.ErrorCode;
import dev.keyway.OAuthOptions;
import dev.keyway.OAuthProviderId;
import dev.keyway.PasskeyOptions;
import dev.keyway.UserId;
import dev.keyway.providers.http.ScriptedServer.Reply;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What handles carry is short enough before anything is sent. */
class StackAuthSealedValuesTest {

  private static final DeliveryOptions LEADING_BACK =
      DeliveryOptions.builder().callback(FakeStack.CALLBACK).build();

  /** The longest values that the options take, of letters with the longest encoding. */
  private static final PasskeyOptions LONGEST =
      PasskeyOptions.builder()
          .relyingPartyId("\u4e00".repeat(256))
          .user(UserId.of("\u4e00".repeat(256)))
          .build();

  /** Every flow that seals what Stack Auth answered. */
  private record Answered(String field, Consumer<AuthClient> begin) {

    @Override
    public String toString() {
      return field;
    }
  }

  static final List<Answered> ANSWERED =
      List.of(
          new Answered("otp: nonce", c -> c.otps().sendEmail(FakeStack.JANE, LEADING_BACK)),
          new Answered("link: nonce", c -> c.magicLinks().send(FakeStack.JANE, FakeStack.CALLBACK)),
          new Answered(
              "attempt_code", c -> c.passwords().signIn(FakeStack.JANE, FakeStack.PASSWORD)),
          new Answered("passkey: challenge", c -> c.passkeys().startSignIn(LONGEST)));

  private final FakeStack stack = new FakeStack();

  @BeforeEach
  void answer() {
    answers("x".repeat(80_000));
  }

  private void answers(String text) {
    stack
        .on(
            "POST /api/v1/auth/otp/send-sign-in-code",
            Reply.json(200, "{\"nonce\":\"" + text + "\"}"))
        .on(
            "POST /api/v1/auth/password/sign-in",
            FakeStack.known(
                400, "MULTI_FACTOR_AUTHENTICATION_REQUIRED", "{\"attempt_code\":\"" + text + "\"}"))
        .on(
            "POST /api/v1/auth/passkey/initiate-passkey-authentication",
            Reply.json(
                200,
                "{\"options_json\":{\"challenge\":\"%s\"},\"code\":\"%s\"}"
                    .formatted(text, FakeStack.CODE)));
  }

  @AfterEach
  void close() {
    stack.close();
  }

  @ParameterizedTest
  @FieldSource("ANSWERED")
  void anAnswerThatIsTooLongIsNotTheCallersFault(Answered answered) {
    AuthException e =
        assertThrows(AuthException.class, () -> answered.begin().accept(stack.client()));
    assertEquals(ErrorCode.INVALID_RESPONSE, e.code(), e.toString());
    assertTrue(e.toString().contains("too long for a handle"), e.toString());
  }

  @Test
  void theLongestArgumentsTogetherFit() {
    answers("Y2hhbGxlbmdl");
    stack.client().passkeys().startSignIn(LONGEST);
    stack
        .client()
        .oauth()
        .authorize(OAuthProviderId.of("a".repeat(64)), callback(2000), OAuthOptions.defaults());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCallbackThatIsTooLongIsNamedAndNothingIsSent(boolean linking) {
    OAuthOptions options =
        linking ? OAuthOptions.builder().linkTo(stack.tokens()).build() : OAuthOptions.defaults();
    AuthException e =
        assertThrows(
            AuthException.class,
            () ->
                stack.client().oauth().authorize(OAuthProviderId.GITHUB, callback(3000), options));
    assertEquals(
        "INVALID_ARGUMENT: callback must be at most 2000 characters, as it is sent",
        e.getMessage());
    assertEquals(List.of(), stack.sent());
  }

  private static URI callback(int length) {
    String start = FakeStack.CALLBACK + "/";
    return URI.create(start + "a".repeat(length - start.length()));
  }
}
