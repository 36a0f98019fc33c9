package dev.keyway.emulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassDataArchiveTest {

  @TempDir Path folder;

  @Test
  void aStartTakesItsClassesFromIt() throws Exception {
    String classPath = classPathOfJars();
    Path archive = folder.resolve("keyway.jsa");
    Files.writeString(archive, "an older one");
    assertEquals(Optional.empty(), new ClassDataArchive(classPath).make(archive));
    Path classes = folder.resolve("classes.txt");
    Process start =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:SharedArchiveFile=" + archive,
                "-Xlog:class+load:file=" + classes,
                "-cp",
                classPath,
                Main.class.getName(),
                "--training-run")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();
    assertEquals(0, start.onExit().join().exitValue());
    assertEquals("", Files.readString(folder.resolve("said.txt")));
    assertTrue(
        Files.readAllLines(classes).stream()
            .anyMatch(
                line ->
                    line.contains(Program.class.getName() + " ")
                        && line.contains("shared objects file")));
    assertEquals(List.of("keyway.jsa"), files("keyway"));
  }

  @Test
  void whatCannotBeMadeLeavesTheFileAsItWas() throws Exception {
    Path archive = folder.resolve("keyway.jsa");
    Files.writeString(archive, "an older one");
    String problem =
        new ClassDataArchive(folder.resolve("missing.jar").toString()).make(archive).orElseThrow();
    assertTrue(problem.startsWith("this Java cannot make it: "), problem);
    assertEquals("an older one", Files.readString(archive));
    assertEquals(List.of("keyway.jsa"), files("keyway"));
  }

  @Test
  void aFolderThatIsNotThereIsToldInALine() {
    for (Path wrong : List.of(folder.resolve("missing/keyway.jsa"), folder)) {
      assertEquals(
          new Output(
              ExitCode.FILE,
              "",
              "keyway-emulator: --archive: "
                  + wrong
                  + " is not a file in a folder that is there"
                  + System.lineSeparator()),
          Output.of("--archive", wrong.toString()));
    }
  }

  private List<String> files(String prefix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(prefix))
          .sorted()
          .toList();
    }
  }

  /** The class path of the tests, with folders as jars: the JVM archives nothing of a folder. */
  private String classPathOfJars() throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
    List<Path> entries = Arrays.stream(classPath.split(File.pathSeparator)).map(Path::of).toList();
    int folders = 0;
    for (Path entry : entries) {
      if (Files.isDirectory(entry)) {
        jar(entry, folder.resolve("folder-" + folders++ + ".jar"));
      }
    }
    return Stream.concat(
            Stream.iterate(0, i -> i + 1)
                .limit(folders)
                .map(i -> folder.resolve("folder-" + i + ".jar")),
            entries.stream().filter(Files::isRegularFile))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void jar(Path from, Path to) throws IOException {
    try (OutputStream out = Files.newOutputStream(to);
        ZipOutputStream jar = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new ZipEntry(from.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, jar);
      }
    }
  }
}
