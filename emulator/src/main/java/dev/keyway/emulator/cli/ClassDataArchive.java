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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
  private final List<Path> temporary = new CopyOnWriteArrayList<>();
  private volatile @Nullable Process child;
  private volatile boolean stopped;

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
   * Makes it, in the place of one that is there. A signal leaves no other files behind.
   *
   * @return why it could not be made; a file that was there is as it was then
   */
  Optional<String> make(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    boolean other = Files.exists(file) && !Files.isRegularFile(file);
    if (folder == null || !Files.isDirectory(folder) || other) {
      return Optional.of(file + " is not a file in a folder that is there");
    }
    Thread whenStopped = new Thread(this::stop, "keyway-emulator-archive-stop");
    Runtime.getRuntime().addShutdownHook(whenStopped);
    try {
      Path target = Files.exists(file) ? file.toRealPath() : file;
      Path classes = temporary(folder, ".classes");
      Path made = temporary(folder, ".jsa");
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
        Files.move(made, target, StandardCopyOption.REPLACE_EXISTING);
      }
      return problem;
    } catch (IOException e) {
      return Optional.of(file + " cannot be written: " + e);
    } finally {
      if (!stopped) {
        Runtime.getRuntime().removeShutdownHook(whenStopped);
      }
      clear();
    }
  }

  private Path temporary(Path folder, String suffix) throws IOException {
    Path made = Files.createTempFile(folder, "keyway", suffix);
    temporary.add(made);
    return made;
  }

  private void stop() {
    stopped = true;
    Process running = child;
    if (running != null) {
      running.destroyForcibly().onExit().join();
    }
    clear();
  }

  private void clear() {
    for (Path file : temporary) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // It stays, under a name that says whose it is.
      }
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
      child = process;
      List<String> said = process.inputReader().lines().toList();
      int exit = process.onExit().join().exitValue();
      if (stopped) {
        return Optional.of("stopped");
      }
      return exit == 0
          ? Optional.empty()
          : Optional.of(
              "this Java cannot make it: "
                  + (said.isEmpty() ? "it says nothing" : said.get(said.size() - 1)));
    } catch (IOException e) {
      return Optional.of("this Java cannot be run: " + e);
    }
  }
}
