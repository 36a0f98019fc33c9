package dev.keyway.emulator.internal.stytch;

import static dev.keyway.emulator.internal.stytch.StytchClient.EMAIL;
import static dev.keyway.emulator.internal.stytch.StytchClient.PASSWORD;
import static dev.keyway.emulator.internal.stytch.StytchClient.assertRefused;
import static dev.keyway.emulator.internal.stytch.StytchClient.body;
import static dev.keyway.emulator.internal.stytch.StytchClient.succeed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.stytch.rules.Sandbox;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.emulator.stytch.RedirectPurpose;
import dev.keyway.emulator.stytch.StytchSettings;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class MagicLinkRoutesTest {
  private static final String LOGIN_OR_CREATE = "/v1/magic_links/email/login_or_create";
  private static final String SEND = "/v1/magic_links/email/send";
  private static final String AUTHENTICATE = "/v1/magic_links/authenticate";

  /** The example of RFC 7636 appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final World world;
  private final StytchClient stytch;

  MagicLinkRoutesTest(World world) {
    this.world = world;
    this.stytch = new StytchClient(world);
  }

  private String tokenFromMail(String to) {
    OutboxMessage mail = world.outbox().await(to, MessageKind.MAGIC_LINK);
    return String.valueOf(mail.token());
  }

  @Test
  void aLinkSignsAStrangerUpOnce() throws Exception {
    JsonNode sent =
        succeed(stytch.post(LOGIN_OR_CREATE, "email", EMAIL, "create_user_as_pending", true));
    assertTrue(sent.path("user_created").booleanValue());
    OutboxMessage mail = world.outbox().await(EMAIL, MessageKind.MAGIC_LINK);
    String token = String.valueOf(mail.token());
    assertEquals(
        StytchSettings.DEFAULT_REDIRECT_URL + "?stytch_token_type=magic_links&token=" + token,
        String.valueOf(mail.link()));

    JsonNode signedIn =
        succeed(stytch.post(AUTHENTICATE, "token", token, "session_duration_minutes", 60));

    assertEquals("active", signedIn.at("/user/status").textValue());
    assertTrue(signedIn.at("/user/emails/0/verified").booleanValue());
    assertEquals(sent.path("email_id"), signedIn.path("method_id"));
    assertEquals("magic_link", signedIn.at("/session/authentication_factors/0/type").textValue());
    assertRefused(401, "unable_to_auth_magic_link", stytch.post(AUTHENTICATE, "token", token));
    assertRefused(404, "magic_link_not_found", stytch.post(AUTHENTICATE, "token", "unknown"));
    assertRefused(400, "invalid_token", stytch.post(AUTHENTICATE, "token", "no token!"));
  }

  @Test
  void ofManyWhoFollowALinkAtTheSameTimeOneIsSignedIn() throws Exception {
    succeed(stytch.post(LOGIN_OR_CREATE, "email", EMAIL));
    String token = tokenFromMail(EMAIL);

    List<Integer> statuses =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(
                i -> {
                  try {
                    return stytch.post(AUTHENTICATE, "token", token).status();
                  } catch (Exception e) {
                    throw new AssertionError(e);
                  }
                })
            .toList();

    assertEquals(1, statuses.stream().filter(status -> status == 200).count(), "" + statuses);
  }

  @Test
  void aLinkExpiresAndANewOneSupersedesTheOld() throws Exception {
    succeed(stytch.post("/v1/users", "email", EMAIL));
    succeed(stytch.post(LOGIN_OR_CREATE, "email", EMAIL, "login_expiration_minutes", 5));
    String first = tokenFromMail(EMAIL);
    succeed(stytch.post(LOGIN_OR_CREATE, "email", EMAIL, "login_expiration_minutes", 5));
    String second = tokenFromMail(EMAIL);

    assertRefused(401, "unable_to_auth_magic_link", stytch.post(AUTHENTICATE, "token", first));
    world.clock().advance(Duration.ofMinutes(5));
    assertRefused(401, "unable_to_auth_magic_link", stytch.post(AUTHENTICATE, "token", second));
  }

  @Test
  void pkceBindsALinkToItsBrowser() throws Exception {
    succeed(stytch.post(LOGIN_OR_CREATE, "email", EMAIL, "code_challenge", CHALLENGE));
    String token = tokenFromMail(EMAIL);

    assertRefused(400, "pkce_expected_code_verifier", stytch.post(AUTHENTICATE, "token", token));
    assertRefused(
        400,
        "pkce_mismatch",
        stytch.post(AUTHENTICATE, "token", token, "code_verifier", VERIFIER + "x"));
    succeed(stytch.post(AUTHENTICATE, "token", token, "code_verifier", VERIFIER));
    assertRefused(
        400,
        "invalid_pkce_code_challenge",
        stytch.post(LOGIN_OR_CREATE, "email", EMAIL, "code_challenge", "short"));
  }

  @Test
  void linksLeadToRegisteredUrlsOnly() throws Exception {
    assertRefused(
        400,
        "no_match_for_provided_magic_link_url",
        stytch.post(
            LOGIN_OR_CREATE, "email", EMAIL, "signup_magic_link_url", "https://evil.example"));
    assertRefused(
        400,
        "invalid_login_magic_link_url",
        stytch.post(LOGIN_OR_CREATE, "email", EMAIL, "login_magic_link_url", "nowhere"));
    world
        .stytch()
        .configure(
            settings ->
                settings
                    .redirectUrls(RedirectPurpose.SIGNUP)
                    .redirectUrls(
                        RedirectPurpose.LOGIN, "https://www.app.example/in", "app://x/y"));
    assertRefused(
        400, "no_default_signup_redirect_url_set", stytch.post(LOGIN_OR_CREATE, "email", EMAIL));
    assertEquals(0, succeed(stytch.post("/v1/users/search")).path("results").size());

    succeed(stytch.post("/v1/users", "email", EMAIL));
    succeed(
        stytch.post(
            LOGIN_OR_CREATE, "email", EMAIL, "login_magic_link_url", "https://app.example/in?a=b"));
    assertRefused(
        400,
        "pkce_required_for_native_callback",
        stytch.post(LOGIN_OR_CREATE, "email", EMAIL, "login_magic_link_url", "app://x/y"));
  }

  @Test
  void aHostOrSchemeIsWhatTheUrlStandardTakesAsOne() throws Exception {
    world
        .stytch()
        .configure(
            settings ->
                settings.redirectUrls(
                    RedirectPurpose.LOGIN,
                    "https://my_app.example/in",
                    "https://b\u00fccher.example/in",
                    "com.example.app:/callback",
                    "com.example.app:callback"));
    succeed(stytch.post("/v1/users", "email", EMAIL));
    for (String url :
        List.of(
            "https://my_app.example/in?a=b",
            "https://xn--bcher-kva.example/in",
            "HTTPS://B\u00dcCHER.example/in")) {
      succeed(stytch.post(LOGIN_OR_CREATE, "email", EMAIL, "login_magic_link_url", url));
    }
    for (String url : List.of("com.example.app:/callback", "com.example.app:callback?a=b")) {
      assertRefused(
          400,
          "pkce_required_for_native_callback",
          stytch.post(LOGIN_OR_CREATE, "email", EMAIL, "login_magic_link_url", url));
    }
    assertRefused(
        400,
        "no_match_for_provided_magic_link_url",
        stytch.post(LOGIN_OR_CREATE, "email", EMAIL, "login_magic_link_url", "com.example.app:/x"));
    assertRefused(
        400,
        "invalid_login_magic_link_url",
        stytch.post(LOGIN_OR_CREATE, "email", EMAIL, "login_magic_link_url", "https:/in"));
  }

  @Test
  void sendingReachesKnownUsersOnly() throws Exception {
    assertRefused(404, "email_not_found", stytch.post(SEND, "email", EMAIL));
    succeed(stytch.post("/v1/users", "email", EMAIL));
    succeed(stytch.post(SEND, "email", EMAIL));
    succeed(stytch.post(AUTHENTICATE, "token", tokenFromMail(EMAIL)));
  }

  @Test
  void anAddressThatWasAddedMustBeProvedWithinFiveMinutes() throws Exception {
    String userId = stytch.signUp().path("user_id").textValue();
    String added = "second@example.com";
    succeed(stytch.post(SEND, "email", added, "user_id", userId));
    String late = tokenFromMail(added);
    world.clock().advance(Duration.ofMinutes(5));
    assertRefused(404, "magic_link_not_found", stytch.post(AUTHENTICATE, "token", late));
    assertEquals(1, succeed(stytch.get("/v1/users/" + userId)).path("emails").size());

    succeed(stytch.post(SEND, "email", added, "user_id", userId));
    JsonNode proved = succeed(stytch.post(AUTHENTICATE, "token", tokenFromMail(added)));
    world.clock().advance(Duration.ofMinutes(5));

    assertFalse(proved.path("reset_sessions").booleanValue());
    JsonNode user = succeed(stytch.get("/v1/users/" + userId));
    assertTrue(user.at("/emails/1/verified").booleanValue());
    assertRefused(
        400, "duplicate_email_for_user", stytch.post(SEND, "email", added, "user_id", userId));
    String other =
        succeed(stytch.post("/v1/users", "email", "eve@example.com")).path("user_id").textValue();
    assertRefused(400, "duplicate_email", stytch.post(SEND, "email", added, "user_id", other));
    assertRefused(
        400,
        "too_many_user_selection_arguments",
        stytch.post(SEND, "email", added, "user_id", other, "session_token", "x"));
  }

  @Test
  void aLinkThatFirstProvesAnAddressDistrustsItsPassword() throws Exception {
    JsonNode before = stytch.signUp();
    succeed(stytch.post(LOGIN_OR_CREATE, "email", EMAIL));

    JsonNode signedIn = succeed(stytch.post(AUTHENTICATE, "token", tokenFromMail(EMAIL)));

    assertTrue(signedIn.path("reset_sessions").booleanValue());
    assertTrue(signedIn.at("/user/password/requires_reset").booleanValue());
    assertRefused(
        404,
        "session_not_found",
        stytch.post(
            "/v1/sessions/authenticate",
            "session_token",
            before.path("session_token").textValue()));
    assertRefused(
        400,
        "reset_password",
        stytch.post("/v1/passwords/authenticate", "email", EMAIL, "password", PASSWORD));
  }

  @Test
  void anInvitationMakesAPendingUserAndCanBeRevoked() throws Exception {
    succeed(
        stytch.post(
            "/v1/magic_links/email/invite", "email", EMAIL, "name", body("first_name", "Ada")));
    OutboxMessage mail = world.outbox().await(EMAIL, MessageKind.INVITATION);
    assertRefused(
        400, "user_already_invited", stytch.post("/v1/magic_links/email/invite", "email", EMAIL));

    succeed(stytch.post("/v1/magic_links/email/revoke_invite", "email", EMAIL));

    assertRefused(
        404,
        "magic_link_not_found",
        stytch.post(AUTHENTICATE, "token", String.valueOf(mail.token())));
    assertRefused(
        404, "email_not_found", stytch.post("/v1/magic_links/email/revoke_invite", "email", EMAIL));
  }

  @Test
  void anEmbeddableTokenProvesNoAddress() throws Exception {
    String userId = succeed(stytch.post("/v1/users", "email", EMAIL)).path("user_id").textValue();
    String token =
        succeed(stytch.post("/v1/magic_links", "user_id", userId)).path("token").textValue();

    JsonNode signedIn =
        succeed(stytch.post(AUTHENTICATE, "token", token, "session_duration_minutes", 5));

    assertFalse(signedIn.at("/user/emails/0/verified").booleanValue());
    assertEquals(
        "embedded", signedIn.at("/session/authentication_factors/0/delivery_method").textValue());
    world.stytch().configure(settings -> settings.embeddableMagicLinks(false));
    assertRefused(401, "enterprise_endpoint", stytch.post("/v1/magic_links", "user_id", userId));
  }

  @Test
  void sandboxTokensAnswerAsTheirNamesSay() throws Exception {
    Wire.Reply good = stytch.post(AUTHENTICATE, "token", Sandbox.MAGIC_LINK);

    assertEquals(Sandbox.USER_ID, good.at("user_id"));
    assertRefused(
        401,
        "unable_to_auth_magic_link",
        stytch.post(AUTHENTICATE, "token", Sandbox.MAGIC_LINK_REFUSED));
    assertRefused(
        404,
        "magic_link_not_found",
        stytch.post(AUTHENTICATE, "token", Sandbox.MAGIC_LINK_UNKNOWN));
    succeed(stytch.post(LOGIN_OR_CREATE, "email", Sandbox.EMAIL));
    assertTrue(world.outbox().messages().isEmpty());
  }
}
