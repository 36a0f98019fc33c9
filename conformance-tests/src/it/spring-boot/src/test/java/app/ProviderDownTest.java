package app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.AuthClient;
import dev.keyway.EmailAddress;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.emulator.World;
import dev.keyway.emulator.spring.EmulatedAuth;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Whoever shows a good token is not told that it is bad because the keys can't be fetched. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@EmulatedAuth(world = "down")
class ProviderDownTest {
  private static final EmailAddress EMAIL = EmailAddress.of("alice@example.com");
  private static final Secret PASSWORD = Secret.of("my horse reads maps at noon");

  @Autowired private AuthClient auth;

  @Value("${local.server.port}")
  private int port;

  @Test
  void itIsNotTheCallersFault(World world) throws Exception {
    auth.passwords().signUp(EMAIL, PASSWORD);
    SessionTokens tokens = auth.passwords().signIn(EMAIL, PASSWORD).orElseThrow().tokens();
    world.faults().on("stytch.session.jwks").respond(503);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/me"))
            .header("Authorization", "Bearer " + tokens.access().reveal())
            .build();
    assertEquals(
        503, HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode());
  }
}
