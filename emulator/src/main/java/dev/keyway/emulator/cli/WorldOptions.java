package dev.keyway.emulator.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which worlds the program opens. */
final class WorldOptions {
  @Option(
      names = "--seed",
      paramLabel = "FILE",
      description =
          "Worlds to open, with projects, keys and users, in YAML or JSON. Without it one empty"
              + " world is opened, with keys of its own at every start.")
  Optional<Path> seed = Optional.empty();

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description =
          "Keeps the worlds in this file over a restart, with users, sessions, keys and clock."
              + " Where the file exists, its worlds are opened, and --seed and --world are not"
              + " looked at.")
  Optional<Path> save = Optional.empty();

  @Option(
      names = "--wording",
      paramLabel = "FILE",
      description =
          "Sentences for errors in place of the emulator's own: a JSON object of codes, each with a"
              + " template over the error's {details}.")
  Optional<Path> wording = Optional.empty();

  @Option(
      names = "--world",
      paramLabel = "NAME",
      description =
          "Name of the world that is opened; with --seed, the one of its worlds that is. Default:"
              + " default; with --seed, all of them.")
  Optional<String> world = Optional.empty();
}
