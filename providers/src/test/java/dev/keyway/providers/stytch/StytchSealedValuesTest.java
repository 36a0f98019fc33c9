package dev.keyway.providers.stytch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AccessToken;
import dev.keyway.AuthException;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.OAuthAuthorization;
import dev.keyway.OAuthOptions;
import dev.keyway.OAuthProviderId;
import dev.keyway.PhoneNumber;
import dev.keyway.RenewalToken;
import dev.keyway.SecondFactorKind;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.SignInResult;
import dev.keyway.spi.Areas;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What handles carry is short enough before anything is sent. */
class StytchSealedValuesTest {

  private static final EmailAddress ADA = EmailAddress.of("ada@example.com");
  private static final PhoneNumber PHONE = PhoneNumber.of("+14155552671");
  private static final URI CALLBACK = URI.create("https://app.example.com/cb");
  private static final SessionTokens TOKENS = tokens("t0ken");
  private static final String LONG = "x".repeat(4000);

  /** Every flow that seals what its caller gave, with the name of the argument. */
  private record Given(
      String flow, String argument, BiFunction<Areas, SessionTokens, Object> begin) {

    @Override
    public String toString() {
      return flow;
    }
  }

  static final List<Given> GIVEN =
      List.of(
          new Given(
              "a code by mail", "attachTo", (a, to) -> a.otps().sendEmail(ADA, attachingTo(to))),
          new Given(
              "a code by text", "attachTo", (a, to) -> a.otps().sendSms(PHONE, attachingTo(to))),
          new Given(
              "a code by WhatsApp",
              "attachTo",
              (a, to) -> a.otps().sendWhatsApp(PHONE, attachingTo(to))),
          new Given(
              "a magic link",
              "attachTo",
              (a, to) -> a.magicLinks().send(ADA, CALLBACK, attachingTo(to))),
          new Given("OAuth", "linkTo", (a, to) -> linking(a, CALLBACK, to)));

  /** Every flow that seals what Stytch answered, with the field that is too long. */
  private record Answered(String field, Consumer<Areas> begin) {

    @Override
    public String toString() {
      return field;
    }
  }

  static final List<Answered> ANSWERED =
      List.of(
          new Answered("otps: email_id", a -> a.otps().sendEmail(ADA)),
          new Answered("links: user_id", a -> a.magicLinks().send(ADA, CALLBACK)),
          new Answered("sign-in: session_token", a -> signIn(a)),
          new Answered("oauth: session_token", a -> linking(a, CALLBACK, TOKENS)),
          new Answered("totp: totp_id", a -> a.totp().startEnrolment(TOKENS)),
          new Answered("passkey: challenge", a -> a.passkeys().startSignIn()),
          new Answered("passkey: registration", a -> a.passkeys().startRegistration(TOKENS)));

  private final StytchServer server = new StytchServer();
  private final Areas areas = server.provider.areas();

  @AfterEach
  void close() {
    server.close();
  }

  private static SessionTokens tokens(String renewal) {
    return new SessionTokens(AccessToken.of("jwt"), RenewalToken.of(renewal));
  }

  private static DeliveryOptions attachingTo(SessionTokens session) {
    return DeliveryOptions.builder().attachTo(session).build();
  }

  private static OAuthAuthorization linking(Areas areas, URI callback, SessionTokens session) {
    return areas
        .oauth()
        .authorize(
            OAuthProviderId.of("a".repeat(64)),
            callback,
            OAuthOptions.builder().linkTo(session).build());
  }

  private static SignInResult signIn(Areas areas) {
    return areas.passwords().signIn(ADA, Secret.of("pw"));
  }

  /** The answers of every route above; those that end in a handle have {@code text} in them. */
  private void answers(String text) {
    String inApp = StytchServer.signIn(StytchServer.userWithApp(), firstFactor());
    String sent =
        "{\"user_id\":\"%s\",\"email_id\":\"%s\",\"phone_id\":\"p\",\"user_created\":true}";
    String options =
        "{\"public_key_credential_%s_options\":\"{\\\"challenge\\\":\\\"" + text + "\\\"}\"}";
    Map.of(
            "POST /v1/otps/email/login_or_create", sent.formatted("u", text),
            "POST /v1/magic_links/email/login_or_create", sent.formatted(text, "e"),
            "POST /v1/passwords/authenticate", inApp,
            "POST /v1/oauth/attach", "{\"oauth_attach_token\":\"a\"}",
            "POST /v1/webauthn/authenticate/start", options.formatted("request"),
            "POST /v1/webauthn/register/start", options.formatted("creation"),
            "POST /v1/totps",
                "{\"totp_id\":\"%s\",\"secret\":\"JBSWY3DPEHPK3PXP\",\"recovery_codes\":[]}"
                    .formatted(text))
        .forEach(server::on);
    server.on(
        "POST /v1/sessions/authenticate", StytchServer.signIn().replace("t0ken-s3cr3t", text));
  }

  private static String firstFactor() {
    return StytchServer.session(StytchServer.factor("password", "knowledge"));
  }

  @ParameterizedTest
  @FieldSource("GIVEN")
  void theArgumentThatIsTooLongIsNamedAndNothingIsSent(Given given) {
    for (String text : List.of("x".repeat(401), "\u00fc".repeat(201), LONG, LONG.repeat(20))) {
      AuthException e =
          assertThrows(AuthException.class, () -> given.begin().apply(areas, tokens(text)));
      assertEquals(ErrorCode.INVALID_ARGUMENT, e.code());
      assertEquals(
          "INVALID_ARGUMENT: " + given.argument() + " has a renewal token of more than 400 bytes",
          e.getMessage());
    }
    assertEquals(List.of(), server.routes());
  }

  @ParameterizedTest
  @FieldSource("ANSWERED")
  void anAnswerThatIsTooLongIsNotTheCallersFault(Answered answered) {
    answers(LONG.repeat(20));
    if (answered.field().startsWith("sign-in")) {
      server.on(
          "POST /v1/sessions/authenticate", StytchServer.signIn().replace("t0ken-s3cr3t", LONG));
    }
    AuthException e = assertThrows(AuthException.class, () -> answered.begin().accept(areas));
    assertEquals(ErrorCode.INVALID_RESPONSE, e.code(), e.toString());
    assertTrue(e.toString().contains("too long for a handle"), e.toString());
  }

  @Test
  void theLongestArgumentsTogetherFit() {
    String token = "\u00fc".repeat(200);
    answers(token);
    String start = CALLBACK + "/";
    URI callback = URI.create(start + "a".repeat(2000 - start.length()));
    assertTrue(linking(areas, callback, tokens(token)).handle().reveal().length() <= 4000);
  }

  /** What a code's sending adds has its room from the first factor on. */
  @Test
  void aSessionThatLeavesNoRoomForTheCodesMethodFailsBeforeTheCodeIsSent() {
    answers("m");
    for (int length = 2500; length < 3000; length++) {
      String token = "x".repeat(length);
      server.on(
          "POST /v1/sessions/authenticate",
          StytchServer.signIn(StytchServer.userWithApp(), firstFactor())
              .replace("t0ken-s3cr3t", token));
      server.on(
          "POST /v1/otps/email/send",
          "{\"user_id\":\"u\",\"email_id\":\"%s\"}".formatted("m".repeat(256)));
      SignInResult.SecondFactorRequired attempt;
      try {
        attempt = (SignInResult.SecondFactorRequired) signIn(areas);
      } catch (AuthException e) {
        assertEquals(ErrorCode.INVALID_RESPONSE, e.code());
        return;
      }
      areas.secondFactor().sendOtp(attempt.handle(), SecondFactorKind.EMAIL_OTP);
    }
    throw new AssertionError("Every session had room");
  }
}
