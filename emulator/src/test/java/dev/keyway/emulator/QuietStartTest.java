package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  /** Management is begun beside the start, which goes on without it. */
  @Test
  void withoutTheJvmsManagementItIsAsQuiet() throws Exception {
    String all =
        LibraryJvm.run(
            folder,
            List.of("-Djavax.management.builder.initial=no.such.Builder"),
            Application.class.getName());
    assertEquals(2, all.lines().count(), all);
  }

  /** With the platform's own configuration, or with these levels. */
  private String run(String... levels) throws IOException, InterruptedException {
    if (levels.length == 0) {
      return LibraryJvm.run(folder, List.of(), Application.class.getName());
    }
    List<String> lines = new ArrayList<>(List.of(levels));
    lines.add("handlers = java.util.logging.ConsoleHandler");
    Path file = Files.write(folder.resolve("logging.properties"), lines);
    return LibraryJvm.run(
        folder, List.of("-Djava.util.logging.config.file=" + file), Application.class.getName());
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
