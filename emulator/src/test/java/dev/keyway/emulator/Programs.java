package dev.keyway.emulator;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Programs of the machine that a test needs, and is skipped without. */
public final class Programs {
  private Programs() {}

  /** Skips the test where a program is missing. */
  public static void assume(String... names) {
    for (String name : names) {
      assumeTrue(isOnPath(name), () -> "there is no " + name + " on this machine");
    }
  }

  private static boolean isOnPath(String name) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }
}
