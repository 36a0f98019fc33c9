package dev.keyway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.keyway.Capability;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.OAuthDecision;
import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.World;
import dev.keyway.emulator.device.VirtualAuthenticator;
import dev.keyway.emulator.device.VirtualTotpDevice;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The web flows that the guides print are run as printed, on both providers. */
@ExtendWith(EmulatorExtension.class)
class WebFlowsTest {

  private static final String EMAIL = "alice@example.com";
  private static final Map<String, String> ACCOUNT =
      Map.of("email", EMAIL, "password", "my horse reads maps at noon");

  @TempDir Path folder;

  private interface Visit {
    void at(Site site, World world, Browser browser) throws Exception;
  }

  @TestFactory
  @Runs({"PasswordFlow", "Web", "Failures", "SessionCookies"})
  Stream<DynamicTest> passwords(AuthEmulator emulator) throws Exception {
    return onBoth(emulator, "PasswordFlow", Capability.PASSWORD_RESET, WebFlowsTest::passwords);
  }

  private static void passwords(Site site, World world, Browser browser) {
    assertPage(200, browser.post("/password/sign-up", ACCOUNT));
    assertNotEquals("", browser.cookie("access"), "signed in");
    assertPage(409, browser.post("/password/sign-up", ACCOUNT));
    assertPage(400, browser.post("/password/sign-up", Map.of("email", "nonsense")));
    assertPage(
        401, browser.post("/password/sign-in", Map.of("email", EMAIL, "password", "not this")));

    assertPage(200, browser.post("/password/forgot", Map.of("email", "nobody@example.com")));
    assertPage(200, browser.post("/password/forgot", Map.of("email", EMAIL)));
    HttpResponse<String> form = browser.open(link(world, MessageKind.PASSWORD_RESET));
    assertPage(200, form);
    Map<String, String> changed =
        Map.of("email", EMAIL, "password", "a goat paints walls at midnight");
    String action = form.uri().toString();
    assertPage(200, browser.post(action, changed));
    assertPage(401, browser.post(action, changed));
    assertPage(401, browser.post("/password/sign-in", ACCOUNT));
    assertPage(200, browser.post("/password/sign-in", changed));
  }

  @TestFactory
  @Runs("OtpFlow")
  Stream<DynamicTest> oneTimeCodes(AuthEmulator emulator) throws Exception {
    return onBoth(emulator, "OtpFlow", Capability.OTP_EMAIL, WebFlowsTest::oneTimeCodes);
  }

  private static void oneTimeCodes(Site site, World world, Browser browser) {
    assertPage(200, browser.post("/otp/send", Map.of("email", EMAIL)));
    OutboxMessage mail = world.outbox().await(EMAIL, MessageKind.ONE_TIME_CODE);
    String code = Objects.requireNonNull(mail.code());
    assertPage(400, site.browser().post("/otp/verify", Map.of("code", code)));
    assertPage(401, browser.post("/otp/verify", Map.of("code", wrong(code))));
    assertPage(200, browser.post("/otp/verify", Map.of("code", code)));
    assertNotEquals("", browser.cookie("access"), "signed in");
    assertPage(400, browser.post("/otp/verify", Map.of("code", code)));
  }

  @TestFactory
  @Runs("MagicLinkFlow")
  Stream<DynamicTest> magicLinks(AuthEmulator emulator) throws Exception {
    return onBoth(emulator, "MagicLinkFlow", Capability.MAGIC_LINK, WebFlowsTest::magicLinks);
  }

  private static void magicLinks(Site site, World world, Browser browser) {
    assertPage(200, browser.post("/link/send", Map.of("email", EMAIL)));
    URI link = link(world, MessageKind.MAGIC_LINK);
    HttpResponse<String> home = browser.open(link);
    assertPage(200, home);
    assertEquals("/home", home.uri().getPath());
    assertNotEquals("", browser.cookie("access"), "signed in");
    assertPage(401, site.browser().open(link));
  }

  @TestFactory
  @Runs("OAuthFlow")
  Stream<DynamicTest> oauth(AuthEmulator emulator) throws Exception {
    return onBoth(emulator, "OAuthFlow", Capability.OAUTH, WebFlowsTest::oauth);
  }

  private static void oauth(Site site, World world, Browser browser) {
    URI start = URI.create("/oauth/start?google");
    world.oauth().next(OAuthDecision.deny());
    assertEquals(4, browser.open(start).statusCode() / 100, "refused, there or here");
    assertEquals("", browser.cookie("access"), "not signed in");

    world.oauth().next(OAuthDecision.approve(SocialAccount.of(EMAIL)));
    HttpResponse<String> home = browser.open(start);
    assertPage(200, home);
    assertEquals("/home", home.uri().getPath());
    assertNotEquals("", browser.cookie("access"), "signed in");
    assertPage(400, browser.get(URI.create("/oauth/callback?code=x&state=y")));
  }

  @TestFactory
  @Runs("PasskeyFlow")
  Stream<DynamicTest> passkeys(AuthEmulator emulator) throws Exception {
    return onBoth(emulator, "PasskeyFlow", Capability.PASSKEY, WebFlowsTest::passkeys);
  }

  private static void passkeys(Site site, World world, Browser browser) {
    VirtualAuthenticator authenticator = VirtualAuthenticator.platform();
    assertPage(401, browser.postJson("/passkey/register/start", ""));
    assertPage(200, browser.post("/password/sign-up", ACCOUNT));
    HttpResponse<String> creation = browser.postJson("/passkey/register/start", "");
    assertPage(200, creation);
    String created = authenticator.create(creation.body(), site.origin());
    assertPage(200, browser.postJson("/passkey/register/finish", created));

    Browser another = site.browser();
    HttpResponse<String> request = another.postJson("/passkey/sign-in/start", "");
    assertPage(200, request);
    String answer = authenticator.get(request.body(), site.origin());
    assertPage(400, site.browser().postJson("/passkey/sign-in/finish", answer));
    assertPage(200, another.postJson("/passkey/sign-in/finish", answer));
    assertNotEquals("", another.cookie("access"), "signed in");
  }

  @TestFactory
  @Runs({"TotpFlow", "SecondFactorFlow"})
  Stream<DynamicTest> secondFactors(AuthEmulator emulator) throws Exception {
    return onBoth(emulator, "TotpFlow", Capability.TOTP, WebFlowsTest::secondFactors);
  }

  private static void secondFactors(Site site, World world, Browser browser) {
    assertPage(401, browser.post("/totp/start", Map.of()));
    assertPage(200, browser.post("/password/sign-up", ACCOUNT));
    HttpResponse<String> enrolment = browser.post("/totp/start", Map.of());
    assertPage(200, enrolment);
    String key = enrolment.body().replaceAll("(?s).* or type ([A-Z2-7]+).*", "$1");
    VirtualTotpDevice app = VirtualTotpDevice.fromBase32(key, world.clock());
    assertPage(401, browser.post("/totp/finish", Map.of("code", wrong(app.code()))));
    assertPage(200, browser.post("/totp/finish", Map.of("code", app.code())));

    world.clock().advance(Duration.ofMinutes(2));
    Browser another = site.browser();
    assertPage(400, another.post("/second-factor/app", Map.of("code", app.code())));
    assertPage(200, another.post("/password/sign-in", ACCOUNT));
    assertEquals("", another.cookie("access"), "not signed in yet");
    assertPage(401, another.post("/second-factor/app", Map.of("code", wrong(app.code()))));
    assertPage(200, another.post("/second-factor/app", Map.of("code", app.code())));
    assertNotEquals("", another.cookie("access"), "signed in");
  }

  private Stream<DynamicTest> onBoth(
      AuthEmulator emulator, String flow, Capability needed, Visit visit) throws Exception {
    List<String> examples =
        Document.guides().stream()
            .filter(guide -> !guide.path().endsWith("testing.md"))
            .flatMap(guide -> guide.java().stream())
            .toList();
    ClassLoader classes = JavaExamples.compile(examples, folder);
    List<String> flows = Stream.of("PasswordFlow", "SecondFactorFlow", flow).distinct().toList();
    return Stream.of("stack-auth", "stytch")
        .map(
            provider ->
                dynamicTest(
                    provider,
                    () -> {
                      try (World world = emulator.newWorld(Vendor.project());
                          Site site = Site.open(provider, world, classes, flows)) {
                        assumeTrue(
                            site.auth().supports(needed), () -> provider + " lacks " + needed);
                        visit.at(site, world, site.browser());
                      }
                    }));
  }

  private static String wrong(String code) {
    return (code.startsWith("1") ? "2" : "1") + code.substring(1);
  }

  private static URI link(World world, MessageKind kind) {
    return Objects.requireNonNull(world.outbox().await(EMAIL, kind).link());
  }

  private static void assertPage(int status, HttpResponse<String> page) {
    assertEquals(status, page.statusCode(), () -> page.uri() + " answered: " + page.body());
    assertTrue(
        page.headers().allValues("Set-Cookie").stream().allMatch(c -> c.contains("HttpOnly")),
        "cookies are out of the scripts' reach");
  }
}
