package app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.EmailAddress;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.emulator.spring.EmulatedAuth;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The application with nothing but its properties, and the tests with one annotation. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@EmulatedAuth
class BearerTokenTest {
  private static final Secret PASSWORD = Secret.of("my horse reads maps at noon");

  private final HttpClient browser = HttpClient.newHttpClient();

  @Autowired private AuthClient auth;
  @Autowired private MeterRegistry meters;

  @Value("${local.server.port}")
  private int port;

  @Test
  void aTokenOpensTheDoorAndItsFactorsAreAuthorities() throws Exception {
    SessionTokens tokens = signIn("alice@example.com");
    HttpResponse<String> me = get("/me", tokens.access().reveal());
    assertEquals(200, me.statusCode());
    assertEquals(auth.sessions().verify(tokens.access()).userId().value(), me.body());
    assertEquals(200, get("/password", tokens.access().reveal()).statusCode());
    HttpResponse<String> lacking = get("/totp", tokens.access().reveal());
    assertEquals(403, lacking.statusCode());
    assertTrue(challenge(lacking).contains("insufficient_scope"), challenge(lacking));
    HttpRequest post =
        request("/me", tokens.access().reveal()).POST(BodyPublishers.noBody()).build();
    assertEquals(200, browser.send(post, BodyHandlers.ofString()).statusCode());
  }

  @Test
  void withoutATokenOrWithABadOneItStaysShut() throws Exception {
    HttpResponse<String> none =
        browser.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/me")).build(),
            BodyHandlers.ofString());
    assertEquals(401, none.statusCode());
    assertTrue(challenge(none).startsWith("Bearer"), challenge(none));
    assertFalse(challenge(none).contains("error"), challenge(none));
    HttpResponse<String> bad = get("/me", "no.such.token");
    assertEquals(401, bad.statusCode());
    assertTrue(challenge(bad).contains("error=\"invalid_token\""), challenge(bad));
  }

  @Test
  void callsAreMetered() {
    signIn("carol@example.com");
    assertTrue(
        meters.get("keyway.calls").tag("operation", "passwords.signIn").timer().count() > 0);
    assertTrue(meters.get("keyway.requests").tag("provider", "stytch").timers().size() > 0);
  }

  private SessionTokens signIn(String address) {
    auth.passwords().signUp(EmailAddress.of(address), PASSWORD);
    return auth.passwords().signIn(EmailAddress.of(address), PASSWORD).orElseThrow().tokens();
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    return browser.send(request(path, token).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Authorization", "Bearer " + token);
  }

  private static String challenge(HttpResponse<?> response) {
    return response.headers().firstValue("WWW-Authenticate").orElse("(none)");
  }
}
