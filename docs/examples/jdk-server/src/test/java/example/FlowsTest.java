package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.World;
import dev.keyway.emulator.device.VirtualTotpDevice;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole application, as a browser sees it, on both providers. */
@ExtendWith(EmulatorExtension.class)
class FlowsTest {
  private static final String EMAIL = "alice@example.com";
  private static final String PASSWORD = "my horse reads maps at noon";

  private final World world;
  private Application application;

  FlowsTest(World world) {
    this.world = world;
  }

  /** With time enough for the slowest machine. */
  private AuthConfig config(String provider) {
    Map<String, String> settings = new HashMap<>(Main.configuration(world, provider));
    settings.put("keyway.timeout", "PT5M");
    return AuthConfig.of(settings);
  }

  private Browser start(String provider) throws Exception {
    AuthClient auth = AuthClient.builder(config(provider)).clock(world.clock()).build();
    application = Application.start(auth, 0, URI.create("http://localhost:0"));
    Main.register(world, application.site());
    return new Browser(application.site());
  }

  @AfterEach
  void stop() {
    if (application != null) {
      application.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack-auth", "stytch"})
  void signUpSignOutAndSignInByPassword(String provider) throws Exception {
    Browser browser = signedUp(provider);
    browser.submit("/sign-out");
    assertEquals("/", browser.path());
    assertEquals("/", browser.open("/home").path());
    browser.submit("/password/sign-in", "email", EMAIL, "password", "not my password at all");
    assertEquals(401, browser.status());
    browser.open("/").submit("/password/sign-in", "email", EMAIL, "password", PASSWORD);
    assertAtHome(browser);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack-auth", "stytch"})
  void aSessionIsRenewedWhenItsAccessTokenExpires(String provider) throws Exception {
    Browser browser = signedUp(provider);
    String access = browser.cookie("access");
    world.clock().advance(Duration.ofMinutes(20));
    assertAtHome(browser.open("/home"));
    assertFalse(browser.cookie("access").equals(access));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack-auth", "stytch"})
  void signInByMagicLinkInTheSameBrowserOnly(String provider) throws Exception {
    Browser browser = start(provider);
    browser.submit("/link/send", "email", EMAIL);
    URI link = world.outbox().await(EMAIL, MessageKind.MAGIC_LINK).link();
    assertEquals(400, new Browser(application.site()).open(link.toString()).status());
    assertAtHome(browser.open(link.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack-auth", "stytch"})
  void signInByCode(String provider) throws Exception {
    Browser browser = start(provider);
    browser.submit("/code/send", "email", EMAIL);
    String code = world.outbox().await(EMAIL, MessageKind.ONE_TIME_CODE).code();
    browser.submit("/code/verify", "code", code);
    assertAtHome(browser);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack-auth", "stytch"})
  void aSecondFactorIsAskedForOnceEnrolled(String provider) throws Exception {
    world.clock().freeze();
    Browser browser = signedUp(provider);
    browser.submit("/totp/start");
    VirtualTotpDevice app = VirtualTotpDevice.fromBase32(browser.text("key"), world.clock());
    browser.submit("/totp/finish", "code", app.code());
    assertEquals(200, browser.status());
    browser.open("/home").submit("/sign-out");
    world.clock().advance(app.period());
    browser.submit("/password/sign-in", "email", EMAIL, "password", PASSWORD);
    assertEquals("/second-factor", browser.path());
    assertEquals("/", new Browser(application.site()).open("/home").path());
    browser.submit("/second-factor/app", "code", app.wrongCode());
    assertEquals(401, browser.status());
    browser.open("/second-factor").submit("/second-factor/app", "code", app.code());
    assertAtHome(browser);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack-auth", "stytch"})
  void aForgedRequestIsRefused(String provider) throws Exception {
    Browser browser = signedUp(provider);
    String own = application.site().toString();
    String token = Browser.encoded("form-token", browser.cookie("form-token"));
    assertEquals(403, browser.post("/sign-out", own, "").status());
    assertEquals(403, browser.post("/sign-out", own, "form-token=guessed").status());
    assertEquals(403, browser.post("/sign-out", "https://evil.example", token).status());
    assertEquals(403, browser.post("/sign-out", "null", token).status());
    assertAtHome(browser.open("/home"));
    assertEquals("/", browser.post("/sign-out", own, token).path());
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack-auth", "stytch"})
  void cookiesAreOutOfReach(String provider) throws Exception {
    Browser browser = start(provider);
    List<String> cookies = browser.response().headers().allValues("Set-Cookie");
    assertEquals(1, cookies.size());
    assertTrue(cookies.get(0).endsWith("; Path=/; HttpOnly; SameSite=Lax"), cookies.get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack-auth", "stytch"})
  void whatPeopleTypeIsEscaped(String provider) throws Exception {
    Browser browser = start(provider);
    String address = "o'neill&co@example.com";
    browser.submit("/password/sign-up", "email", address, "password", PASSWORD);
    assertTrue(browser.page().contains("<b>o&#39;neill&amp;co@example.com</b>"), browser.page());
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack-auth", "stytch"})
  void overHttpOnlyLocalhostIsServed(String provider) throws Exception {
    try (AuthClient auth = AuthClient.open(config(provider))) {
      URI site = URI.create("http://shop.example.com");
      assertThrows(IllegalArgumentException.class, () -> Application.start(auth, 0, site));
      application = Application.start(auth, 0, URI.create("https://localhost"));
    }
  }

  private Browser signedUp(String provider) throws Exception {
    Browser browser = start(provider);
    browser.submit("/password/sign-up", "email", EMAIL, "password", PASSWORD);
    assertAtHome(browser);
    return browser;
  }

  private static void assertAtHome(Browser browser) {
    assertEquals("/home", browser.path(), browser::page);
    assertTrue(browser.page().contains("<b>" + EMAIL + "</b>"), browser.page());
  }
}
