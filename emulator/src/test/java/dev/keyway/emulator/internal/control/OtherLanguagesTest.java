package dev.keyway.emulator.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Programs;
import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldSpec;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are not in Java and know nothing but the emulator's URL. */
@ExtendWith(EmulatorExtension.class)
class OtherLanguagesTest {
  private static final int TIMEOUT_SECONDS = 600;

  /** Needs a receiver, and the id of an event that was delivered. */
  private static final Pattern WEBHOOKS =
      Pattern.compile("^## Webhooks.*?(?=^## )", Pattern.DOTALL | Pattern.MULTILINE);

  private static final Pattern BLOCK =
      Pattern.compile("^```sh\\R(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  private final AuthEmulator emulator;

  OtherLanguagesTest(AuthEmulator emulator) {
    this.emulator = emulator;
  }

  @Test
  void nodeDrivesTheControlApiWithFetch() throws Exception {
    Programs.assume("node");
    String version = run(List.of("node", "--version")).output();
    assumeTrue(
        Integer.parseInt(version.strip().substring(1).split("\\.", 2)[0]) >= 18,
        () -> "node:test and fetch come with Node 18, but this is " + version);

    Run run =
        run(
            List.of(
                "node",
                "--test",
                "--test-reporter=tap",
                file("emulator/src/test/node/control-api.test.mjs")));

    assertEquals(0, run.status(), run.output());
    assertTrue(run.output().contains("# pass 5"), run.output());
  }

  @Test
  void theTourOfTheDocumentationRunsWithCurl() throws Exception {
    Programs.assume("bash", "curl");

    Run run =
        run(List.of("bash", file("docs/scripts/emulator-tour.sh"), emulator.baseUrl().toString()));

    assertEquals(0, run.status(), run.output());
    assertTrue(run.output().endsWith("deleted the world\n"), run.output());
  }

  /** As if pasted, one block after the other; a refused request ends the script. */
  @Test
  void thePageOfTheControlApiRunsFromTopToBottom(@TempDir Path folder) throws Exception {
    Programs.assume("bash", "curl", "jq");
    String page =
        WEBHOOKS.matcher(Files.readString(Path.of(file("docs/control-api.md")))).replaceFirst("");
    String blocks =
        BLOCK.matcher(page).results().map(block -> block.group(1)).collect(Collectors.joining());
    try (AuthEmulator started = AuthEmulator.start()) {
      started.newWorld(WorldSpec.defaults().named("default"));
      Path script = folder.resolve("page.sh");
      Files.writeString(
          script,
          "set -eux -o pipefail\ncd '"
              + folder
              + "'\ncurl() { command curl --fail --silent --show-error \"$@\"; }\n"
              + blocks.replace("http://127.0.0.1:5399", started.baseUrl().toString()));

      Run run = run(List.of("bash", script.toString()));

      assertEquals(0, run.status(), run.output());
      assertEquals("default,orders", names(started));
    }
  }

  private static String names(AuthEmulator emulator) {
    return emulator.worlds().stream().map(World::name).collect(Collectors.joining(","));
  }

  /** A file of the project, wherever in it the tests run. */
  private static String file(String path) {
    Path here = Path.of("").toAbsolutePath();
    while (here != null && !Files.exists(here.resolve(path))) {
      here = here.getParent();
    }
    return Objects.requireNonNull(here, path).resolve(path).toString();
  }

  private Run run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("KEYWAY_EMULATOR_URL", emulator.baseUrl().toString());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.endsWith("_proxy") || name.endsWith("_PROXY"));
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS), output);
    return new Run(process.exitValue(), output);
  }

  private record Run(int status, String output) {}
}
