package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody's own tests print because an emulator runs in them. */
class QuietStartTest {

  @TempDir Path folder;

  @Test
  void anEmulatorStartsAndStopsWithoutALine() throws Exception {
    List<String> lines = run().lines().toList();
    assertEquals(2, lines.size(), lines::toString);
    assertEquals("INFO: the shop opens", lines.get(1), "only the application's own line is there");
  }

  @Test
  void aLevelThatSomebodySetStays() throws Exception {
    String all = run("io.undertow.level = INFO", "org.level = INFO");
    for (String expected : List.of("starting server", "XNIO version", "stopping server")) {
      assertTrue(all.contains(expected), () -> expected + " is not in\n" + all);
    }
  }

  /** With the platform's own configuration, or with these levels. */
  private String run(String... levels) throws IOException, InterruptedException {
    if (levels.length == 0) {
      return run(List.of());
    }
    List<String> lines = new ArrayList<>(List.of(levels));
    lines.add("handlers = java.util.logging.ConsoleHandler");
    Path file = Files.write(folder.resolve("logging.properties"), lines);
    return run(List.of("-Djava.util.logging.config.file=" + file));
  }

  /** With what users of the module have on their class path, and no more. */
  private String run(List<String> flags) throws IOException, InterruptedException {
    Path target = Path.of("target");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(flags);
    command.add("-cp");
    command.add(
        String.join(
            File.pathSeparator,
            target.resolve("test-classes").toString(),
            target.resolve("classes").toString(),
            Files.readString(target.resolve("runtime-libraries.txt")).strip()));
    command.add(Application.class.getName());
    Path errors = folder.resolve("errors.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectError(errors.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertEquals(0, process.waitFor(), () -> "It failed; see " + errors);
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(errors);
  }

  /** Nothing but an emulator. */
  static final class Application {
    private Application() {}

    public static void main(String[] arguments) {
      try (AuthEmulator emulator = AuthEmulator.start();
          World world = emulator.newWorld()) {
        world.outbox().messages();
        Logger.getLogger("shop").info("the shop opens");
      }
    }
  }
}
