package dev.keyway.views;

import static dev.keyway.views.Vendors.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.keyway.AuthClient;
import dev.keyway.CallOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.OneTimeCode;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.SignInOptions;
import dev.keyway.SignInResult;
import dev.keyway.TotpEnrolment;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.World;
import dev.keyway.emulator.device.VirtualTotpDevice;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.emulator.stytch.TrustedTokenProfile;
import dev.keyway.providers.stytch.consumer.AuthorizationRequest;
import dev.keyway.providers.stytch.consumer.ConnectedAppCredential;
import dev.keyway.providers.stytch.consumer.ConnectedAppFields;
import dev.keyway.providers.stytch.consumer.ConnectedAppType;
import dev.keyway.providers.stytch.consumer.ForeignSessions;
import dev.keyway.providers.stytch.consumer.StytchConsumer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sessions by the word of a trusted system, and of a connected app with full access. */
@ExtendWith(EmulatorExtension.class)
class ForeignSessionsTest {

  private static final URI BACK = URI.create("https://desk.example.com/back");
  private static final EmailAddress ADA = EmailAddress.of("ada@example.com");
  private static final Secret PASSWORD = Secret.of("quiet-Harbour-74-lanterns");
  private static final CallOptions DEFAULTS = CallOptions.defaults();
  private static final SignInOptions SIGN_IN = SignInOptions.defaults();

  private World world;
  private AuthClient client;
  private StytchConsumer stytch;
  private ForeignSessions sessions;
  private SignInResult.SignedIn ada;

  @BeforeEach
  void open(World world) {
    this.world = world;
    client = Vendors.client(Vendor.STYTCH, world).build();
    stytch = client.unwrap(StytchConsumer.class);
    sessions = stytch.foreignSessions();
    ada = client.passwords().signUp(ADA, PASSWORD).orElseThrow();
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void aTrustedSystemsTokenBecomesASession() throws JOSEException {
    RSAKey key = trustedKey();
    SignInOptions options =
        SignInOptions.builder()
            .sessionDuration(Duration.ofMinutes(42))
            .sessionClaims(Map.of("plan", "pro"))
            .build();

    SignInResult.SignedIn in = sessions.attest("desk", token(key, it -> it), options).orElseThrow();

    assertEquals(ada.user().id(), in.user().id());
    assertEquals("pro", in.session().claims().get("plan"));
    assertEquals(ada.user().id(), client.sessions().authenticate(in.tokens()).user().id());
  }

  @Test
  void aTokenThatNobodyTrustsIsRefused() throws JOSEException {
    RSAKey key = trustedKey();
    RSAKey strange = new RSAKeyGenerator(2048).generate();
    Date now = Date.from(world.clock().now());
    refused(ErrorCode.TOKEN_INVALID, token(strange, it -> it));
    refused(ErrorCode.TOKEN_INVALID, token(key, it -> it.expirationTime(now)));
    refused(ErrorCode.TOKEN_INVALID, token(key, it -> it.issuer("https://else.example")));
    refused(ErrorCode.TOKEN_INVALID, token(key, it -> it.audience("else")));
    refused(ErrorCode.TOKEN_INVALID, token(key, it -> it.claim("mail", null)));
    refused(ErrorCode.USER_NOT_FOUND, token(key, it -> it.claim("mail", "nobody@example.com")));
    assertEquals(
        ErrorCode.RESOURCE_NOT_FOUND,
        code(() -> sessions.attest("other", Secret.of("e30.e30.e30"), SIGN_IN)));
  }

  private void refused(ErrorCode code, Secret token) {
    assertEquals(code, code(() -> sessions.attest("desk", token, SIGN_IN)));
  }

  @Test
  void anAppsTokenWithFullAccessBecomesASessionOnce() throws Exception {
    Secret token = appToken("full_access");

    SignInResult.SignedIn in = sessions.exchange(token, SIGN_IN).orElseThrow();

    assertEquals(ada.user().id(), in.user().id());
    assertEquals(ErrorCode.TOKEN_INVALID, code(() -> sessions.exchange(token, SIGN_IN)));
  }

  @Test
  void anAppsTokenOfLessOrOfLongAgoIsRefused() throws Exception {
    Secret little = appToken("openid");
    assertEquals(ErrorCode.SCOPE_MISSING, code(() -> sessions.exchange(little, SIGN_IN)));
    Secret old = appToken("full_access");
    world.clock().advance(Duration.ofMinutes(6));
    assertEquals(ErrorCode.TOKEN_EXPIRED, code(() -> sessions.exchange(old, SIGN_IN)));
  }

  /** A view is no way around the second factor. */
  @Test
  void bothAskForTheSecondFactor() throws Exception {
    RSAKey key = trustedKey();
    Secret ofApp = appToken("full_access");
    SessionTokens tokens = ada.tokens();
    TotpEnrolment enrolment = client.totp().startEnrolment(tokens);
    VirtualTotpDevice app = VirtualTotpDevice.fromUri(enrolment.uri().reveal(), world.clock());
    client.totp().finishEnrolment(tokens, enrolment.handle(), OneTimeCode.of(app.code()));

    assertInstanceOf(
        SignInResult.SecondFactorRequired.class,
        sessions.attest("desk", token(key, it -> it), SIGN_IN));
    assertInstanceOf(SignInResult.SecondFactorRequired.class, sessions.exchange(ofApp, SIGN_IN));
  }

  /** The key that the project trusts the other system's tokens by. */
  private RSAKey trustedKey() throws JOSEException {
    RSAKey key = new RSAKeyGenerator(2048).generate();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(key.toPublicKey().getEncoded())
            + "\n-----END PUBLIC KEY-----";
    world
        .stytch()
        .configure(
            settings ->
                settings.trustedTokenProfiles(
                    new TrustedTokenProfile(
                        "desk", "https://idp.example.com", "desk", pem, "mail")));
    return key;
  }

  private Secret token(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> change)
      throws JOSEException {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .jwtID("t-1")
            .subject("employee-1")
            .issuer("https://idp.example.com")
            .audience("desk")
            .issueTime(Date.from(world.clock().now()))
            .expirationTime(Date.from(world.clock().now().plusSeconds(300)))
            .claim("mail", ADA.value());
    SignedJWT token =
        new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), change.apply(claims).build());
    token.sign(new RSASSASigner(key));
    return Secret.of(token.serialize());
  }

  /** The access token that an app of the project's own gets, once Ada let it in. */
  private Secret appToken(String scope) throws Exception {
    ConnectedAppCredential app =
        stytch
            .connectedApps()
            .create(
                ConnectedAppType.FIRST_PARTY,
                ConnectedAppFields.builder()
                    .name("Desk")
                    .redirectUrls(BACK)
                    .fullAccessAllowed(true)
                    .build(),
                DEFAULTS);
    URI answer =
        stytch
            .consents()
            .allow(
                AuthorizationRequest.of(app.app().id(), BACK, Set.of(scope)),
                ada.tokens().renewal(),
                DEFAULTS);
    Map<String, String> form =
        Map.of(
            "grant_type", "authorization_code",
            "code", answer.getQuery().substring("code=".length()),
            "redirect_uri", BACK.toString(),
            "client_id", app.app().id().value(),
            "client_secret", app.secret().orElseThrow().reveal());
    String body =
        form.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    URI tokens =
        URI.create(
            world.stytch().baseUrl()
                + "/v1/public/"
                + world.stytch().projectId()
                + "/oauth2/token");
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(tokens)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals(200, response.statusCode(), response.body());
    return Secret.of(
        JSONObjectUtils.getString(JSONObjectUtils.parse(response.body()), "access_token"));
  }
}
