package dev.keyway.emulator.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the program tells, and how. */
final class OutputOptions {
  @Option(names = "--json", description = "Print the one line as JSON.")
  boolean json;

  @Option(
      names = "--log",
      paramLabel = "LEVEL",
      description = "What to log on standard error: ${COMPLETION-CANDIDATES}. Default: warn.")
  LogLevel log = LogLevel.WARN;

  @Option(
      names = "--archive",
      paramLabel = "FILE",
      description =
          "Make a class-data archive for this jar and this Java, for a faster start, and end.")
  Optional<Path> archive = Optional.empty();

  @Option(
      names = "--training-run",
      description = "Start at any free port, sign a user up at each vendor, and end.")
  boolean trainingRun;

  @Option(names = "--version", versionHelp = true, description = "Print the version.")
  boolean version;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this.")
  boolean help;
}
