package example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.EmailAddress;
import dev.keyway.OneTimeCode;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.TotpEnrolment;
import dev.keyway.emulator.World;
import dev.keyway.emulator.device.VirtualTotpDevice;
import dev.keyway.emulator.spring.EmulatedAuth;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The application as a browser sees it. Each test has a user of its own, as all share a world. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"server.servlet.session.cookie.secure=false", "keyway.timeout=5m"})
@EmulatedAuth
class FlowsTest {
  private static final String PASSWORD = "my horse reads maps at noon";

  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  @Autowired private AuthClient auth;

  @Value("${local.server.port}")
  private int port;

  @Test
  void signUpSignOutAndSignIn() throws Exception {
    HttpResponse<String> home =
        submit(get("/"), "/sign-up", "email", "alice@example.com", "password", PASSWORD);
    assertHome("alice@example.com", home);
    HttpResponse<String> start = submit(home, "/sign-out");
    assertEquals("/", start.uri().getPath());
    assertEquals("/", get("/home").uri().getPath());
    HttpResponse<String> refused =
        submit(get("/"), "/sign-in", "email", "alice@example.com", "password", "not mine at all");
    assertEquals(401, refused.statusCode());
    assertHome(
        "alice@example.com",
        submit(get("/"), "/sign-in", "email", "alice@example.com", "password", PASSWORD));
  }

  @Test
  void aSecondFactorIsAskedFor(World world) throws Exception {
    EmailAddress bob = EmailAddress.of("bob@example.com");
    SessionTokens tokens = auth.passwords().signUp(bob, Secret.of(PASSWORD)).orElseThrow().tokens();
    TotpEnrolment enrolment = auth.totp().startEnrolment(tokens);
    VirtualTotpDevice app = VirtualTotpDevice.fromBase32(enrolment.key().reveal(), world.clock());
    auth.totp().finishEnrolment(tokens, enrolment.handle(), OneTimeCode.of(app.code()));

    HttpResponse<String> more =
        submit(get("/"), "/sign-in", "email", bob.value(), "password", PASSWORD);
    assertEquals("/second-factor", more.uri().getPath());
    assertEquals("/", get("/home").uri().getPath());
    assertHome(bob.value(), submit(more, "/second-factor", "code", app.next()));
  }

  @Test
  void aForgedFormIsRefused() throws Exception {
    submit(get("/"), "/sign-up", "email", "carol@example.com", "password", PASSWORD);
    assertEquals(403, post("/sign-out", "").statusCode());
    assertEquals(403, post("/sign-out", "_csrf=guessed").statusCode());
    assertHome("carol@example.com", get("/home"));
  }

  @Test
  void cookiesAreOutOfReachOfScriptsAndOtherSites() throws Exception {
    String cookie = get("/").headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax"), cookie);
  }

  private static void assertHome(String email, HttpResponse<String> page) {
    assertEquals("/home", page.uri().getPath(), page::body);
    assertTrue(page.body().contains("<b>" + email + "</b>"), page.body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return browser.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> submit(HttpResponse<String> page, String action, String... fields)
      throws Exception {
    Matcher form =
        Pattern.compile("action='" + action + "'><input type='hidden' name='_csrf' value='([^']+)'")
            .matcher(page.body());
    assertTrue(form.find(), page.body());
    StringBuilder body = new StringBuilder("_csrf=" + form.group(1));
    for (int i = 0; i < fields.length; i += 2) {
      body.append('&')
          .append(fields[i])
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], UTF_8));
    }
    return post(action, body.toString());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }
}
