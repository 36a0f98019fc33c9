package dev.keyway.examples;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the tests of the examples in {@code docs/examples/python} and {@code docs/examples/node}
 * against the emulator's jar, each in a copy, as a reader would. An example whose program or
 * packages can't be had on this machine is left out, with a line that says so.
 */
public final class ScriptExamples {

  private ScriptExamples() {}

  /**
   * Fails when an example does.
   *
   * @param arguments the root of the project, and where copies go
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path root = Path.of(arguments[0]);
    Path copies = Path.of(arguments[1]);
    run(root, copies, "python", List.of("python3", "-m", "unittest"));
    run(
        root,
        copies,
        "node",
        List.of("npm", "install", "--no-package-lock", "--no-audit", "--no-fund"),
        List.of("npm", "test"));
  }

  @SafeVarargs
  private static void run(Path root, Path copies, String example, List<String>... commands)
      throws IOException, InterruptedException {
    String program = commands[0].get(0);
    if (!isOnPath(program)) {
      System.out.printf("docs/examples/%s was skipped: %s is not on the PATH%n", example, program);
      return;
    }
    Path copy = Files.createDirectories(copies.resolve(example));
    try (Stream<Path> files = Files.list(root.resolve("docs/examples").resolve(example))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.write(copy.resolve(file.getFileName()), Files.readAllBytes(file));
      }
    }
    for (List<String> command : commands) {
      ProcessBuilder process = new ProcessBuilder(command).directory(copy.toFile()).inheritIO();
      process
          .environment()
          .put("KEYWAY_EMULATOR_JAR", root.resolve("emulator/target/keyway-emulator.jar") + "");
      int exit = process.start().waitFor();
      if (exit != 0 && command.contains("install")) {
        System.out.printf("docs/examples/%s was skipped: its packages can't be had%n", example);
        return;
      }
      if (exit != 0) {
        throw new IllegalStateException(
            "docs/examples/%s failed: %s ended with %d"
                .formatted(example, String.join(" ", command), exit));
      }
    }
    System.out.printf("docs/examples/%s passed%n", example);
  }

  private static boolean isOnPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
