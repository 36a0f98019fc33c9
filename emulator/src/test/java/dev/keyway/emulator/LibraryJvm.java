package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process with what users of the module have on their class path, and no more. */
final class LibraryJvm {
  private LibraryJvm() {}

  /**
   * Runs a class of the tests that uses nothing else, until it ends well.
   *
   * @return what it printed to its error stream
   */
  static String run(Path folder, List<String> flags, String main)
      throws IOException, InterruptedException {
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
    command.add(main);
    Path errors = folder.resolve("errors.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectError(errors.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertEquals(0, process.waitFor(), () -> "It failed: " + read(errors));
    } finally {
      process.destroyForcibly();
    }
    return read(errors);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "its errors can't be read: " + e;
    }
  }
}
