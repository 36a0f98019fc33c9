package dev.keyway.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A process that this one started, with what it prints. */
final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;

  private Child(List<String> command) {
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      out = process.inputReader(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** This class path and JDK, another main class. */
  static Child main(Class<?> main, String... args) {
    List<String> command = new ArrayList<>(List.of(java(), "-cp", classPath(), main.getName()));
    command.addAll(List.of(args));
    return new Child(command);
  }

  /** {@code java} with these arguments. */
  static Child java(String... args) {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(List.of(args));
    return new Child(command);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String classPath() {
    return Objects.requireNonNull(System.getProperty("java.class.path"));
  }

  /** The next line that it prints. */
  String line() {
    try {
      String line = out.readLine();
      if (line == null) {
        throw new IllegalStateException("ended with " + process.waitFor());
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits for its end, whatever it prints. */
  void await() {
    try (this) {
      out.lines().forEach(line -> {});
      process.onExit().join();
    }
  }

  /** Waits for its end; what it printed, as names and figures. */
  Map<String, Double> figures() {
    Map<String, Double> figures = new TreeMap<>();
    try (this) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        int blank = line.indexOf(' ');
        if (blank > 0) {
          figures.put(line.substring(0, blank), Double.valueOf(line.substring(blank + 1)));
        }
      }
      int code = process.waitFor();
      if (code != 0) {
        throw new IllegalStateException(process.info() + " ended with " + code);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return figures;
  }

  /** Resident memory in MB, where the system tells it in {@code /proc}; else NaN. */
  double residentMegabytes() {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return Double.NaN;
    }
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean alive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  static double millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e6;
  }
}
