package dev.keyway.views;

import static dev.keyway.views.Vendors.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.CallOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.RenewalToken;
import dev.keyway.Secret;
import dev.keyway.SignInResult;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.providers.stytch.consumer.AuthorizationRequest;
import dev.keyway.providers.stytch.consumer.ConnectedAppFields;
import dev.keyway.providers.stytch.consumer.ConnectedAppGrant;
import dev.keyway.providers.stytch.consumer.ConnectedAppId;
import dev.keyway.providers.stytch.consumer.ConnectedAppType;
import dev.keyway.providers.stytch.consumer.ConsentQuestion;
import dev.keyway.providers.stytch.consumer.Consents;
import dev.keyway.providers.stytch.consumer.StytchConsumer;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What users allow connected apps: the question, the answer, and the way back. */
@ExtendWith(EmulatorExtension.class)
class ConsentsTest {

  private static final URI BACK = URI.create("https://desk.example.com/back");
  private static final Secret PASSWORD = Secret.of("quiet-Harbour-74-lanterns");
  private static final CallOptions DEFAULTS = CallOptions.defaults();

  private AuthClient client;
  private StytchConsumer stytch;
  private Consents consents;
  private SignInResult.SignedIn ada;

  @BeforeEach
  void open(World world) {
    client = Vendors.client(Vendor.STYTCH, world).build();
    stytch = client.unwrap(StytchConsumer.class);
    consents = stytch.consents();
    ada = client.passwords().signUp(EmailAddress.of("ada@example.com"), PASSWORD).orElseThrow();
  }

  @AfterEach
  void close() {
    client.close();
  }

  private ConnectedAppId app(ConnectedAppType type) {
    ConnectedAppFields fields =
        ConnectedAppFields.builder().name("Desk").redirectUrls(BACK).build();
    return stytch.connectedApps().create(type, fields, DEFAULTS).app().id();
  }

  @Test
  void whatAUserAllowsIsAskedOnceAndTakenBack() {
    ConnectedAppId app = app(ConnectedAppType.THIRD_PARTY);
    RenewalToken session = ada.tokens().renewal();
    AuthorizationRequest request = AuthorizationRequest.of(app, BACK, Set.of("email")).state("a b");

    ConsentQuestion question = consents.start(request, session, DEFAULTS);
    assertTrue(question.required());
    assertEquals("Desk", question.appName());
    assertEquals(ada.user().id(), question.user());
    assertEquals(
        List.of("email true"),
        question.scopes().stream().map(it -> it.name() + " " + it.grantable()).toList());

    String denied = consents.deny(request, session, DEFAULTS).getRawQuery();
    assertEquals(List.of("error=access_denied", "state=a+b"), parts(denied));
    assertEquals(List.of(), stytch.connectedApps().grants(ada.user().id(), DEFAULTS));

    URI allowed = consents.allow(request, session, DEFAULTS);
    assertTrue(allowed.toString().startsWith(BACK + "?code="));
    assertEquals(
        List.of(new ConnectedAppGrant(app, "Desk", Set.of("email"))),
        stytch.connectedApps().grants(ada.user().id(), DEFAULTS));
    assertFalse(consents.start(request, session, DEFAULTS).required());
    assertTrue(consents.start(request.consentPrompted(true), session, DEFAULTS).required());

    stytch.connectedApps().revokeGrant(ada.user().id(), app, DEFAULTS);
    assertEquals(List.of(), stytch.connectedApps().grants(ada.user().id(), DEFAULTS));
    assertTrue(consents.start(request, session, DEFAULTS).required());
    assertEquals(
        ErrorCode.RESOURCE_NOT_FOUND,
        code(() -> stytch.connectedApps().revokeGrant(ada.user().id(), app, DEFAULTS)));
  }

  @Test
  void whatNobodyCanGrantIsToldToTheApp() {
    RenewalToken session = ada.tokens().renewal();
    AuthorizationRequest request =
        AuthorizationRequest.of(app(ConnectedAppType.THIRD_PARTY), BACK, Set.of("moon:launch"));

    assertFalse(consents.start(request, session, DEFAULTS).scopes().get(0).grantable());
    assertEquals(
        List.of("error=invalid_scope"),
        parts(consents.allow(request, session, DEFAULTS).getRawQuery()));
  }

  @Test
  void aPublicAppProvesItselfByAChallenge() {
    RenewalToken session = ada.tokens().renewal();
    AuthorizationRequest request =
        AuthorizationRequest.of(app(ConnectedAppType.THIRD_PARTY_PUBLIC), BACK, Set.of("openid"));

    assertEquals(
        ErrorCode.INVALID_ARGUMENT, code(() -> consents.allow(request, session, DEFAULTS)));
    consents.allow(
        request
            .codeChallenge("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
            .nonce("n")
            .resources(List.of(URI.create("https://api.example.com/"))),
        session,
        DEFAULTS);
  }

  @Test
  void aRequestOfAnybodyLeadsNowhere(World world) {
    ConnectedAppId app = app(ConnectedAppType.THIRD_PARTY);
    RenewalToken session = ada.tokens().renewal();
    Set<String> scopes = Set.of("openid");
    AuthorizationRequest good = AuthorizationRequest.of(app, BACK, scopes);
    refused(
        ErrorCode.RESOURCE_NOT_FOUND,
        AuthorizationRequest.of(ConnectedAppId.of("connected-app-test-none"), BACK, scopes),
        session);
    refused(
        ErrorCode.REDIRECT_NOT_ALLOWED,
        AuthorizationRequest.of(app, URI.create("https://evil.example.com/back"), scopes),
        session);
    refused(ErrorCode.SESSION_NOT_FOUND, good, RenewalToken.of("nobodys"));
    client.sessions().signOut(ada.tokens());
    refused(ErrorCode.SESSION_NOT_FOUND, good, session);
    world.stytch().configure(settings -> settings.authorizationUrl(""));
    refused(ErrorCode.METHOD_DISABLED, good, session);
  }

  private void refused(ErrorCode code, AuthorizationRequest request, RenewalToken session) {
    assertEquals(code, code(() -> consents.start(request, session, DEFAULTS)));
    assertEquals(code, code(() -> consents.allow(request, session, DEFAULTS)));
    assertEquals(code, code(() -> consents.deny(request, session, DEFAULTS)));
  }

  private static List<String> parts(String query) {
    return List.of(query.split("&", -1));
  }
}
