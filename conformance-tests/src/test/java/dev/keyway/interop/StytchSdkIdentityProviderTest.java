package dev.keyway.interop;

import static dev.keyway.interop.Sdk.error;
import static dev.keyway.interop.Sdk.success;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stytch.java.consumer.StytchClient;
import com.stytch.java.consumer.models.connectedappsclients.CreateRequestClientType;
import com.stytch.java.consumer.models.idpoauth.AuthorizeRequest;
import com.stytch.java.consumer.models.idpoauth.AuthorizeStartRequest;
import com.stytch.java.consumer.models.impersonation.AuthenticateRequest;
import com.stytch.java.consumer.models.sessions.AttestRequest;
import com.stytch.java.consumer.models.sessions.ExchangeAccessTokenRequest;
import com.stytch.java.consumer.models.sessions.MigrateRequest;
import com.stytch.java.consumer.models.users.ConnectedAppsRequest;
import com.stytch.java.consumer.models.users.CreateRequest;
import com.stytch.java.consumer.models.users.RevokeRequest;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The vendor's own Java SDK drives the emulator: the project as an identity provider,
 * impersonation, and sessions that begin elsewhere.
 */
@ExtendWith(EmulatorExtension.class)
class StytchSdkIdentityProviderTest {
  private static final String EMAIL = "ada@example.com";
  private static final String BACK = "https://desk.example.com/back";

  private final World world;
  private final StytchClient stytch;
  private String user = "";

  StytchSdkIdentityProviderTest(World world) {
    this.world = world;
    this.stytch = Sdk.open(world);
  }

  @BeforeEach
  void ada() {
    user = success(stytch.getUsers().createCompletable(new CreateRequest(EMAIL))).getUserId();
  }

  @AfterEach
  void close() {
    stytch.close();
  }

  @Test
  void aUserLetsAnAppInAndOutAgain() {
    String app =
        success(
                stytch
                    .getConnectedApp()
                    .getClients()
                    .createCompletable(
                        new com.stytch.java.consumer.models.connectedappsclients.CreateRequest(
                            CreateRequestClientType.THIRD_PARTY, "desk", "Desk", List.of(BACK))))
            .getConnectedApp()
            .getClientId();
    var oauth = stytch.getIdp().getOauth();
    List<String> scopes = List.of("openid", "email");

    var asked =
        success(
            oauth.authorizeStartCompletable(
                new AuthorizeStartRequest(app, BACK, "code", scopes, user)));
    assertTrue(asked.getConsentRequired());
    assertEquals("desk", asked.getClient().getClientName());
    assertTrue(asked.getScopeResults().get(0).isGrantable());
    var answered =
        success(
            oauth.authorizeCompletable(
                new AuthorizeRequest(true, scopes, app, BACK, "code", user)));
    assertTrue(answered.getRedirectUri().startsWith(BACK + "?code="));

    assertEquals(
        "openid email",
        success(stytch.getUsers().connectedAppsCompletable(new ConnectedAppsRequest(user)))
            .getConnectedApps()
            .get(0)
            .getScopesGranted());
    success(stytch.getUsers().revokeCompletable(new RevokeRequest(user, app)));
    assertEquals(
        "connected_app_not_found",
        error(stytch.getUsers().revokeCompletable(new RevokeRequest(user, app))));
    assertEquals(
        "connected_app_supplied_redirect_url_not_found_in_client",
        error(
            oauth.authorizeStartCompletable(
                new AuthorizeStartRequest(app, BACK + "/else", "code", scopes, user))));
  }

  @Test
  void somebodyActsAsAUser() {
    String token = world.stytch().impersonationToken(user, "help@example.com");

    var begun =
        success(stytch.getImpersonation().authenticateCompletable(new AuthenticateRequest(token)));

    assertEquals(user, begun.getUserId());
    assertEquals(
        "help@example.com",
        begun
            .getSession()
            .getAuthenticationFactors()
            .get(0)
            .getImpersonatedFactor()
            .getImpersonatorEmailAddress());
    assertEquals(
        "unable_to_auth_impersonation_token",
        error(stytch.getImpersonation().authenticateCompletable(new AuthenticateRequest(token))));
  }

  @Test
  void sessionsBeginElsewhere() {
    world.stytch().configure(settings -> settings.externalSessions(Map.of("old", EMAIL)));

    var begun = success(stytch.getSessions().migrateCompletable(new MigrateRequest("old", 60)));

    assertEquals(user, begun.getUserId());
    assertNotNull(begun.getSession());
    assertEquals(
        "idp_access_token_not_found",
        error(
            stytch
                .getSessions()
                .exchangeAccessTokenCompletable(new ExchangeAccessTokenRequest("nothing", 60))));
    assertEquals(
        "trusted_token_profile_not_found",
        error(stytch.getSessions().attestCompletable(new AttestRequest("none", "nothing", 60))));
  }
}
