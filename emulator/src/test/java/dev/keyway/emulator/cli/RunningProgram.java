package dev.keyway.emulator.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The emulator as a process of its own, from the class path of the tests. */
final class RunningProgram implements AutoCloseable {
  private static final long TIMEOUT_SECONDS = 300;

  private final Process process;
  private final BufferedReader out;
  private final BufferedReader err;

  private RunningProgram(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.err = process.errorReader(StandardCharsets.UTF_8);
  }

  static RunningProgram start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dstdout.encoding=UTF-8"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    return new RunningProgram(new ProcessBuilder(command).start());
  }

  /** The next line on standard output; waits for it. */
  String line() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new AssertionError("It ended without a line: " + err.lines().toList());
    }
    return line;
  }

  /** Asks it to end, as {@code kill} does. */
  RunningProgram terminate() {
    // The handle's, because the process's own would close the streams too.
    process.toHandle().destroy();
    return this;
  }

  /** Waits for its end. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("It does not end");
    }
    return process.exitValue();
  }

  /** All that it wrote to standard error, once it ended. */
  List<String> errors() {
    return err.lines().toList();
  }

  /** What it wrote to standard output and nobody read, once it ended. */
  List<String> rest() {
    return out.lines().toList();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      out.close();
      err.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
