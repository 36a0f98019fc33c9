package dev.keyway.emulator.internal.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class OutsideProviderTest {
  private final World world;
  private final SocialBrowser browser;
  private final OpenIdStub openId = new OpenIdStub();

  OutsideProviderTest(World world) {
    this.world = world;
    this.browser = new SocialBrowser(world);
    world
        .stackAuth()
        .configure(
            settings -> settings.oauthProviders("google", "github").sharedOauthProviders("google"));
    use(openId.url());
  }

  @AfterEach
  void close() {
    openId.close();
  }

  private void use(@Nullable URI issuer) {
    world.stackAuth().configure(settings -> settings.outsideOpenIdProvider(issuer));
  }

  private Wire.Reply comeBack(Wire.Reply started, String code) throws Exception {
    String state = SocialBrowser.parameter(started, "state");
    String cookie = started.header("set-cookie").orElseThrow().split(";", 2)[0];
    return Wire.to(world.stackAuth().baseUrl())
        .with("cookie", cookie)
        .get("/api/v1/auth/oauth/callback/google?state=" + state + "&code=" + code);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Begins a sign-in, which the provider is not there for; gives the true cause. */
  private String unavailable() throws Exception {
    Wire.Reply reply = browser.start("google", Map.of());
    assertEquals(503, reply.status(), reply.text());
    assertEquals("OAUTH_PROVIDER_TEMPORARILY_UNAVAILABLE", reply.at("code"));
    var entries = world.ledger().entries();
    return String.valueOf(entries.get(entries.size() - 1).cause());
  }

  @Test
  void aSharedProviderIsAClientOfIt() throws Exception {
    Wire.Reply started = browser.start("google", Map.of());

    String target = SocialBrowser.location(started);
    assertTrue(target.startsWith(openId.url() + "/auth?realm=test&"), target);
    String callback = world.stackAuth().baseUrl() + "/api/v1/auth/oauth/callback/google";
    Map.of(
            "client_id", "google",
            "response_type", "code",
            "scope", "openid offline_access",
            "code_challenge_method", "S256",
            "access_type", "offline",
            "prompt", "consent",
            "redirect_uri", callback)
        .forEach((name, value) -> assertEquals(value, SocialBrowser.parameter(started, name)));

    Wire.Reply back = comeBack(started, "a%20code");

    assertEquals(List.of(callback), openId.form.get("redirect_uri"));
    assertEquals("Basic " + base64("google:MOCK-SERVER-SECRET"), openId.authorization);
    String verifier = openId.form.getOrDefault("code_verifier", List.of("")).get(0);
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
    assertEquals(
        SocialBrowser.parameter(started, "code_challenge"),
        Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    Wire.Reply tokens = browser.exchange(SocialBrowser.parameter(back, "code"));
    JsonNode user =
        Wire.stackClient(world)
            .with("x-stack-access-token", tokens.at("access_token"))
            .get("/users/me")
            .json();
    assertEquals("ada@example.com", user.path("primary_email").asText());
    assertTrue(user.path("primary_email_verified").booleanValue());
    assertEquals("Ada@example.com", user.at("/oauth_providers/0/account_id").asText());
    assertTrue(user.path("display_name").isNull());
  }

  @Test
  void itProvesItsIdInTheWayThatIsAskedFor() throws Exception {
    for (String methods : List.of("'client_secret_post','client_secret_basic'", "'none'")) {
      openId.alsoDiscovered = ",'token_endpoint_auth_methods_supported':[" + methods + "]";
      assertEquals(303, comeBack(browser.start("google", Map.of()), "a%20code").status());
      assertEquals(methods.contains("basic"), openId.authorization != null, methods);
      assertEquals(List.of("google"), openId.form.get("client_id"));
      assertNull(openId.form.get("client_secret"));
    }

    openId.alsoDiscovered = ",'token_endpoint_auth_methods_supported':['client_secret_post']";
    assertEquals(303, comeBack(browser.start("google", Map.of()), "a%20code").status());
    assertNull(openId.authorization);
    assertEquals(List.of("MOCK-SERVER-SECRET"), openId.form.get("client_secret"));

    openId.alsoDiscovered = ",'token_endpoint_auth_methods_supported':['private_key_jwt']";
    assertTrue(unavailable().contains("takes no secret"));
  }

  @Test
  void withoutUserInfoTheIdTokenSaysWhoItIs() throws Exception {
    openId.tellsUsers = false;
    for (String audience : List.of("'google'", "['another','google']")) {
      openId.claims =
          "{'iss':'%s','aud':%s,'sub':'bob@example.com'}".formatted(openId.url(), audience);
      Wire.Reply back = comeBack(browser.start("google", Map.of()), "a%20code");
      Wire.Reply tokens = browser.exchange(SocialBrowser.parameter(back, "code"));
      assertEquals(
          "bob@example.com",
          Wire.stackClient(world)
              .with("x-stack-access-token", tokens.at("access_token"))
              .get("/users/me")
              .at("primary_email"));
    }
  }

  @Test
  void anIdTokenForSomebodyElseIsRefused() throws Exception {
    openId.tellsUsers = false;
    for (String claims :
        List.of(
            "",
            "[]",
            "{'iss':'%s','aud':'google'}".formatted(openId.url()),
            "{'iss':'%s','aud':'github','sub':'bob@example.com'}".formatted(openId.url()),
            "{'iss':'http://localhost/','aud':'google','sub':'bob@example.com'}")) {
      openId.claims = claims;
      Wire.Reply back = comeBack(browser.start("google", Map.of()), "a%20code");
      assertEquals(
          "OAUTH_PROVIDER_TEMPORARILY_UNAVAILABLE",
          SocialBrowser.parameter(back, "errorCode"),
          claims);
    }
  }

  @Test
  void otherProvidersAreTheEmulatorsOwn() throws Exception {
    assertTrue(
        SocialBrowser.location(browser.start("github", Map.of())).contains("/_emulator/oauth/"));
    use(null);
    assertTrue(
        SocialBrowser.location(browser.start("google", Map.of())).contains("/_emulator/oauth/"));
    assertTrue(browser.code(SocialAccount.of("bob@example.com"), Map.of()).length() > 10, "a code");
  }

  @Test
  void aCodeThatItDoesNotKnowIsRefused() throws Exception {
    Wire.Reply back = comeBack(browser.start("google", Map.of()), "another");
    assertEquals("400 The provider does not know this code.", TeamWire.told(back));
  }

  @Test
  void theProjectAnswersOthersMeanwhile() throws Exception {
    AtomicInteger answered = new AtomicInteger();
    openId.meanwhile =
        () -> {
          try {
            answered.addAndGet(Wire.stackClient(world).get("/projects/current").status());
          } catch (IOException e) {
            throw new IllegalStateException(e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };

    Wire.Reply back = comeBack(browser.start("google", Map.of()), "a%20code");

    assertEquals(303, back.status(), back.text());
    assertEquals(4 * 200, answered.get(), "discovery twice, token, userinfo");
  }

  /** Cut to bytes, these would be a blank and a line of a request of the provider's own. */
  @Test
  void itsAddressesAreSentAsAscii() throws Exception {
    openId.alsoDiscovered =
        ",'token_endpoint':'" + openId.url() + "/token?a=\u0120HTTP/1.1\u010d\u010aX-Evil:1'";
    assertEquals(303, comeBack(browser.start("google", Map.of()), "a%20code").status());
    openId.alsoDiscovered = ",'authorization_endpoint':'http://localhost/\u010d\u010aX-Evil:1'";
    String location = browser.start("google", Map.of()).header("location").orElseThrow();
    assertTrue(location.startsWith("http://localhost/%C4%8D%C4%8AX-Evil:1?"), location);
  }

  @Test
  void whatIsNoProviderIsToldAsUnavailable() throws Exception {
    for (String address : List.of("http:abc", "mailto:x", "/auth", "javascript:1")) {
      openId.alsoDiscovered = ",'authorization_endpoint':'" + address + "'";
      assertTrue(unavailable().contains("authorization_endpoint is no address"), address);
    }
    openId.alsoDiscovered = "";
    openId.issuer = "http://localhost:1/other";
    assertTrue(unavailable().contains("another issuer"));

    use(URI.create(openId.url() + "/moved"));
    assertTrue(unavailable().contains("status 302"));

    for (String outside : List.of("http://192.0.2.1/", "http://api.stack-auth.com/")) {
      use(URI.create(outside));
      assertTrue(unavailable().contains("neither this machine nor a host"), outside);
    }
  }
}
