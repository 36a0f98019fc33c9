package dev.keyway.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first sign-up of a Java process loads, and so what every test suite waits for. */
class FirstStartTest {

  @TempDir Path folder;

  /** Bouncy Castle's jar is signed, and the JDK checks its signatures at its first class. */
  @Test
  void nothingOfBouncyCastleIsLoaded() throws Exception {
    Path classes = folder.resolve("classes.txt");
    LibraryJvm.run(
        folder, List.of("-Xlog:class+load:file=" + classes), FirstSignUps.class.getName());
    List<String> loaded = Files.readAllLines(classes);
    assertTrue(
        loaded.stream().anyMatch(line -> line.contains("dev.keyway.emulator.internal.token.")));
    assertEquals(
        List.of(), loaded.stream().filter(line -> line.contains("org.bouncycastle.")).toList());
  }

  /** One of each vendor. */
  static final class FirstSignUps {
    private static final String PERSON =
        "\"email\":\"ada@example.com\",\"password\":\"my horse reads maps at noon\"";

    private FirstSignUps() {}

    public static void main(String[] arguments) throws Exception {
      try (AuthEmulator emulator = AuthEmulator.start();
          World world = emulator.newWorld()) {
        StackAuthService stackAuth = world.stackAuth();
        send(
            stackAuth.baseUrl() + "/api/v1/auth/password/sign-up",
            "{" + PERSON + ",\"verification_callback_url\":\"http://localhost/\"}",
            "x-stack-access-type: client",
            "x-stack-project-id: " + stackAuth.projectId(),
            "x-stack-publishable-client-key: " + stackAuth.publishableClientKey());
        StytchService stytch = world.stytch();
        String keys = stytch.projectId() + ":" + stytch.secret();
        send(
            stytch.baseUrl() + "/v1/passwords",
            "{" + PERSON + "}",
            "authorization: Basic " + Base64.getEncoder().encodeToString(keys.getBytes(UTF_8)));
      }
    }

    private static void send(String url, String body, String... headers) throws Exception {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url))
              .header("content-type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body));
      for (String header : headers) {
        request.header(header.split(": ", 2)[0], header.split(": ", 2)[1]);
      }
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(url + ": " + answer.body());
      }
    }
  }
}
