package dev.keyway.emulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import dev.keyway.emulator.seed.Seed;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** No build runs the Compose file either: it is held against image, options and seed. */
class ComposeFileTest {
  private static final Path EXAMPLES = Path.of("..", "docs", "examples");

  private final JsonNode services = services();
  private final JsonNode keyway = services.path("keyway");
  private final JsonNode settings = services.path("application").path("environment");

  @Test
  void itBuildsTheImageOfTheDockerfile() throws Exception {
    Path context = EXAMPLES.resolve(keyway.at("/build/context").textValue());
    Path file = context.resolve(keyway.at("/build/dockerfile").textValue()).normalize();
    String dockerfile = Files.readString(file);
    assertTrue(dockerfile.contains("-t " + keyway.path("image").textValue() + " "), dockerfile);
    assertTrue(context.normalize().endsWith(Path.of("emulator", "target")), context.toString());
  }

  @Test
  void theProgramUnderstandsItsOptions() {
    assertEquals(settings.path("KEYWAY_STYTCH_BASE_URL").textValue(), option("--public-url"));
    assertEquals("keyway", URI.create(option("--public-url")).getHost());
    List<String> command = new ArrayList<>();
    keyway.path("command").forEach(word -> command.add(word.textValue()));
    new CommandLine(new Program(System.out, System.err)).parseArgs(command.toArray(String[]::new));
  }

  @Test
  void itsPortIsTheProgramsAndOfThisMachineOnly() {
    String usual = Integer.toString(ListenOptions.Port.USUAL);
    assertEquals("127.0.0.1:" + usual + ":" + usual, keyway.path("ports").path(0).textValue());
    assertTrue(option("--public-url").endsWith(":" + usual));
    assertEquals(ListenOptions.Port.USUAL, healthCheck().getPort());
  }

  @Test
  void theHealthCheckIsAnswered() throws Exception {
    try (AuthEmulator emulator = AuthEmulator.start()) {
      URI health = emulator.baseUrl().resolve(healthCheck().getPath());
      HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
      assertEquals(200, connection.getResponseCode());
    }
  }

  @Test
  void theApplicationHasTheKeysOfTheSeed() {
    String[] mount = keyway.path("volumes").path(0).textValue().split(":", -1);
    assertEquals(mount[1], option("--seed"));
    try (AuthEmulator emulator = AuthEmulator.start()) {
      emulator.load(Seed.parse(EXAMPLES.resolve(mount[0]).normalize()));
      World world = emulator.world(option("--world")).orElseThrow();
      Map<String, String> expected = world.stytch().configuration();
      assertEquals(
          expected.get("keyway.stytch.project-id"),
          settings.path("KEYWAY_STYTCH_PROJECT_ID").textValue());
      assertEquals(
          expected.get("keyway.stytch.secret"), settings.path("KEYWAY_STYTCH_SECRET").textValue());
    }
  }

  private URI healthCheck() {
    JsonNode words = keyway.at("/healthcheck/test");
    return URI.create(words.path(words.size() - 1).textValue());
  }

  private String option(String name) {
    JsonNode words = keyway.path("command");
    for (int i = 0; i < words.size() - 1; i++) {
      if (words.path(i).textValue().equals(name)) {
        return words.path(i + 1).textValue();
      }
    }
    throw new AssertionError("no " + name + " in " + words);
  }

  private static JsonNode services() {
    try {
      return new ObjectMapper(new YAMLFactory())
          .readTree(EXAMPLES.resolve("docker-compose.yaml").toFile())
          .path("services");
    } catch (IOException e) {
      throw new AssertionError("the Compose file can't be read", e);
    }
  }
}
