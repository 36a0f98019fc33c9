package dev.keyway.providers.stytch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.CallOptions;
import dev.keyway.UserId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client loads for its first call, and so what every program waits for. */
class FirstCallTest {

  @TempDir Path folder;

  /** The JDK checks the signatures of Bouncy Castle's jar at its first class. */
  @Test
  void nothingOfBouncyCastleNoCacheAndNoOtherAreaIsLoadedToLookAUserUp() throws Exception {
    Path classes = folder.resolve("classes.txt");
    Path errors = folder.resolve("errors.txt");
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + classes,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path", "")),
                Lookup.class.getName())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(errors.toFile())
            .start();
    try {
      assertEquals(0, program.waitFor(), () -> "It failed; see " + errors);
    } finally {
      program.destroyForcibly();
    }
    List<String> loaded = Files.readAllLines(classes);
    assertTrue(loaded.stream().anyMatch(line -> line.contains("providers.stytch.StytchUsers ")));
    assertEquals(
        List.of(),
        loaded.stream()
            .filter(
                line ->
                    line.contains("org.bouncycastle.")
                        || line.contains("cache.Caffeine ")
                        || line.contains("providers.stytch.StytchPasswords ")
                        || line.contains("providers.stytch.wire.PasswordApi "))
            .toList());
  }

  /** One user. */
  static final class Lookup {

    private Lookup() {}

    public static void main(String[] arguments) {
      try (StytchServer server = new StytchServer()) {
        server.on("GET /v1/users/{id}", StytchServer.user(""));
        UserId user = UserId.of(StytchServer.USER);
        if (server.provider.areas().users().find(user, CallOptions.defaults()).isEmpty()) {
          throw new IllegalStateException("no user");
        }
      }
    }
  }
}
