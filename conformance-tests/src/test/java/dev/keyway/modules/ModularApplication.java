package dev.keyway.modules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A module of two files, named {@code application}, with its main class {@code app.Main}. */
final class ModularApplication {
  private static final long TIMEOUT_SECONDS = 600;

  private final Path folder;
  private final ModulePath needs;

  ModularApplication(Path folder, ModulePath needs) {
    this.folder = folder;
    this.needs = needs;
  }

  /** Compiles it as strictly as this project itself, and returns what the compiler has to say. */
  List<String> compile(String moduleInfo, String main) throws IOException {
    List<Path> sources =
        List.of(
            Files.writeString(folder.resolve("module-info.java"), moduleInfo),
            Files.writeString(folder.resolve("Main.java"), main));
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    // Otherwise the compiler looks for packages and processors on the class path of the tests.
    String nothing = Files.createDirectories(folder.resolve("nothing")).toString();
    List<String> options =
        List.of(
            "--release",
            "17",
            "-Xlint:all",
            "-cp",
            nothing,
            "-d",
            classes().toString(),
            "-p",
            needs.toString());
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(said, Locale.ROOT, UTF_8)) {
      compiler
          .getTask(null, files, said, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call();
    }
    return said.getDiagnostics().stream().map(d -> d.getMessage(Locale.ROOT)).toList();
  }

  /** Runs it in a process of its own, with nothing on the class path. */
  Ended run(List<String> flags) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(flags);
    command.addAll(List.of("-p", needs.with(classes()).toString(), "-m", "application/app.Main"));
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new AssertionError("It does not end: " + Files.readString(output));
    }
    return new Ended(process.exitValue(), Files.readString(output));
  }

  private Path classes() {
    return folder.resolve("classes");
  }

  /** How it ended, and all that it printed. */
  record Ended(int code, String output) {}
}
