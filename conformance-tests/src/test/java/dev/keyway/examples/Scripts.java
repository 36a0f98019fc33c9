package dev.keyway.examples;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs tests in other languages against the emulator's jar, each folder of them in a copy: those of
 * the examples in {@code docs/examples/python} and {@code docs/examples/node}, as a reader would,
 * and those in {@code src/node}, in which the vendors' official packages call each area. A folder
 * whose program or packages can't be had on this machine is left out, with a line that says so.
 */
public final class Scripts {

  private static final Set<String> FETCHES = Set.of("install", "ci");
  private static final Set<String> LEFT_BEHIND = Set.of("node_modules", "__pycache__");

  private final Path root;
  private final Path copies;

  private Scripts(Path root, Path copies) {
    this.root = root;
    this.copies = copies;
  }

  /**
   * Fails when a test does.
   *
   * @param arguments the root of the project, and where copies go
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Scripts scripts = new Scripts(Path.of(arguments[0]), Path.of(arguments[1]));
    scripts.run("docs/examples/python", List.of("python3", "-m", "unittest"));
    scripts.run(
        "docs/examples/node",
        List.of("npm", "install", "--no-package-lock", "--no-audit", "--no-fund"),
        List.of("npm", "test"));
    scripts.run(
        "conformance-tests/src/node",
        List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"),
        List.of("npm", "test"));
  }

  @SafeVarargs
  private void run(String folder, List<String>... commands)
      throws IOException, InterruptedException {
    String program = commands[0].get(0);
    if (!isOnPath(program)) {
      System.out.printf("%s was skipped: %s is not on the PATH%n", folder, program);
      return;
    }
    Path copy = copies.resolve(folder);
    copy(root.resolve(folder), copy);
    for (List<String> command : commands) {
      ProcessBuilder process = new ProcessBuilder(command).directory(copy.toFile()).inheritIO();
      process
          .environment()
          .put("KEYWAY_EMULATOR_JAR", root.resolve("emulator/target/keyway-emulator.jar") + "");
      int exit = process.start().waitFor();
      if (exit != 0 && FETCHES.contains(command.get(1))) {
        System.out.printf("%s was skipped: its packages can't be had%n", folder);
        return;
      }
      if (exit != 0) {
        throw new IllegalStateException(
            "%s failed: %s ended with %d".formatted(folder, String.join(" ", command), exit));
      }
    }
    System.out.printf("%s passed%n", folder);
  }

  /** Files as they are, without what an installation or a run of theirs left beside them. */
  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(file.getFileName());
        if (Files.isRegularFile(file)) {
          Files.write(copy, Files.readAllBytes(file));
        } else if (!LEFT_BEHIND.contains(file.getFileName() + "")) {
          copy(file, copy);
        }
      }
    }
  }

  private static boolean isOnPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
