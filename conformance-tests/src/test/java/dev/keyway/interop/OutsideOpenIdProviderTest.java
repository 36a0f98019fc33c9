package dev.keyway.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.OAuthAuthorization;
import dev.keyway.OAuthProviderId;
import dev.keyway.SignInResult;
import dev.keyway.conformance.Browser;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A team's own OpenID provider, navikt's mock, in the place of the emulator's social accounts. It
 * makes tokens of RS256 under an issuer with a path, and checks PKCE itself.
 */
@ExtendWith(EmulatorExtension.class)
class OutsideOpenIdProviderTest {
  private static final URI CALLBACK = URI.create("http://localhost:3000/callback?next=%2Fhome");
  private static final OAuthProviderId GOOGLE = OAuthProviderId.of("google");

  private final World world;
  private final MockOAuth2Server outside = new MockOAuth2Server();
  private final AuthClient client;

  OutsideOpenIdProviderTest(World world) {
    this.world = world;
    this.client =
        AuthClient.builder(AuthConfig.of(Vendor.STACK_AUTH.patientSettings(world)))
            .clock(world.clock())
            .build();
  }

  @BeforeEach
  void start() {
    outside.start();
    world
        .stackAuth()
        .configure(
            settings ->
                settings
                    .oauthProviders("google", "github")
                    .sharedOauthProviders("google", "github")
                    .outsideOpenIdProvider(home().resolve("/realms-of-a-team")));
  }

  @AfterEach
  void close() {
    client.close();
    outside.shutdown();
  }

  @Test
  void whoSignsInThereIsSignedIn() {
    SignInResult.SignedIn in = signIn(GOOGLE, "ada@example.com");

    assertEquals("ada@example.com", in.user().primaryEmail().orElseThrow().address().value());
    assertTrue(in.user().primaryEmail().orElseThrow().verified());
    assertEquals(in.user().id(), client.sessions().verify(in.tokens().access()).userId());
    assertEquals(in.user().id(), signIn(GOOGLE, "ada@example.com").user().id());
    assertNotEquals(in.user().id(), signIn(GOOGLE, "bob@example.com").user().id());
  }

  @Test
  void everySharedProviderIsAClientOfIt() {
    SignInResult.SignedIn in = signIn(OAuthProviderId.of("github"), "eve@example.com");
    assertEquals("eve@example.com", in.user().primaryEmail().orElseThrow().address().value());
  }

  @Test
  void itChecksThatTheVerifierIsTheChallenges() {
    OAuthAuthorization start = client.oauth().authorize(GOOGLE, CALLBACK);
    Browser browser = new Browser(world.stackAuth().baseUrl());
    URI there = browser.open(start.location()).location();
    String other = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    URI tampered =
        URI.create(
            there.toString().replaceFirst("code_challenge=[\\w-]+", "code_challenge=" + other));

    URI back = browser.open(loggedIn(tampered, "ada@example.com")).location();

    assertThrows(AuthException.class, () -> client.oauth().exchange(back, start.handle()));
  }

  private SignInResult.SignedIn signIn(OAuthProviderId provider, String username) {
    OAuthAuthorization start = client.oauth().authorize(provider, CALLBACK);
    Browser browser = new Browser(world.stackAuth().baseUrl());
    URI there = browser.open(start.location()).location();
    assertTrue(there.toString().startsWith(home() + "realms-of-a-team/"), there.toString());
    URI back = browser.open(loggedIn(there, username)).location();
    return client.oauth().exchange(back, start.handle()).result().orElseThrow();
  }

  /** Fills the login page in; gives where it sends the browser back to. */
  private URI loggedIn(URI page, String username) {
    Browser browser = new Browser(home());
    assertEquals(200, browser.open(page).status());
    return browser
        .submit(page, "username=" + URLEncoder.encode(username, StandardCharsets.UTF_8))
        .location();
  }

  private URI home() {
    return URI.create("http://localhost:" + outside.getConfig().getHttpServer().port() + "/");
  }
}
