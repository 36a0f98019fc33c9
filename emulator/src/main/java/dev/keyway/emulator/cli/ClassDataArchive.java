package dev.keyway.emulator.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The file in which the JVM keeps what a start loads: made by this Java in two runs, one that lists
 * the classes and one that writes them down. Such a file takes the place of the JDK's own, and a
 * start with it is faster than with one that {@code -XX:ArchiveClassesAtExit} puts on top of that.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/vm/class-data-sharing.html">Class Data
 *     Sharing</a>
 */
final class ClassDataArchive {
  private final String classPath;

  /**
   * Of this class path. The JVM keeps its paths in the file, and finds relative ones in one folder
   * only.
   */
  ClassDataArchive(String classPath) {
    this.classPath =
        Arrays.stream(classPath.split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * Makes it, in the place of one that is there.
   *
   * @return why it could not be made; a file that was there is as it was then
   */
  Optional<String> make(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
      return Optional.of(file + " is not a file in a folder that is there");
    }
    try {
      Path classes = Files.createTempFile(folder, "keyway", ".classes");
      Path made = Files.createTempFile(folder, "keyway", ".jsa");
      try {
        Optional<String> problem =
            run(List.of("-XX:DumpLoadedClassList=" + classes), List.of("--training-run"))
                .or(
                    () ->
                        run(
                            List.of(
                                "-Xshare:dump",
                                "-XX:SharedClassListFile=" + classes,
                                "-XX:SharedArchiveFile=" + made),
                            List.of()));
        if (problem.isEmpty()) {
          Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return problem;
      } finally {
        Files.deleteIfExists(classes);
        Files.deleteIfExists(made);
      }
    } catch (IOException e) {
      return Optional.of(file + " cannot be written: " + e);
    }
  }

  /** Runs this program; what the JVM said last, if it failed. */
  private Optional<String> run(List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, Main.class.getName()));
    command.addAll(arguments);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      List<String> said = process.inputReader().lines().toList();
      return process.onExit().join().exitValue() == 0
          ? Optional.empty()
          : Optional.of(
              "this Java cannot make it: "
                  + (said.isEmpty() ? "it says nothing" : said.get(said.size() - 1)));
    } catch (IOException e) {
      return Optional.of("this Java cannot be run: " + e);
    }
  }
}
