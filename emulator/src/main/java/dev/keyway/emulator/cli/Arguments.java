package dev.keyway.emulator.cli;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program's options: what they are called, what they mean, and what was said. */
final class Arguments {
  /** K, E, Y, W on a telephone's keys. */
  static final int DEFAULT_PORT = 5399;

  /** What is an address as it stands; a name would have to be looked up. */
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private static final String EVERYWHERE = "0.0.0.0";

  private final CommandLine commandLine;

  Arguments() {
    CommandSpec command = CommandSpec.create().name("keyway-emulator");
    command
        .addArgGroup(group("Where it listens%n", port(), bind(), httpsPort(), publicUrl()))
        .addArgGroup(group("What is in it%n", seed(), world()))
        .addArgGroup(group("What it tells%n", json(), log(), version(), help("-h", "--help")));
    command
        .usageMessage()
        .customSynopsis("java -jar keyway-emulator.jar [OPTION…]")
        .description(
            "%nStack Auth and Stytch on one port of this machine, for tests. Everything is kept in"
                + " memory, nothing is sent anywhere, and only this machine can reach it.%n")
        .footer(
            "",
            "When it is ready it prints one line: its URLs, the world, its project ids and keys,"
                + " its page. It runs until it gets SIGTERM or SIGINT.",
            "",
            "Examples",
            "  java -jar keyway-emulator.jar",
            "  java -jar keyway-emulator.jar --port 0 --json --log none",
            "  java -jar keyway-emulator.jar --seed users.yaml --https-port 5398",
            "  java -jar keyway-emulator.jar --bind 0.0.0.0 --public-url http://keyway:5399",
            "",
            "Exit codes",
            "  0    did what was asked (--help, --version)",
            "  1    a defect of the emulator",
            "  2    an option that cannot be understood",
            "  3    cannot listen: port taken, address not of this machine",
            "  4    the seed cannot be read or loaded",
            "  143  ended by SIGTERM; 130 by SIGINT");
    command.version("keyway-emulator " + Version.text());
    commandLine = new CommandLine(command);
    commandLine.setUsageHelpAutoWidth(true);
  }

  /** The text of {@code --help}. */
  String help() {
    return commandLine.getUsageMessage(Ansi.OFF);
  }

  /**
   * Reads a command line.
   *
   * @return empty if help or the version was asked for; see {@link #asksForVersion}
   * @throws Misuse if it cannot be understood
   */
  Optional<Options> parse(String... arguments) throws Misuse {
    try {
      ParseResult said = commandLine.parseArgs(arguments);
      if (said.isUsageHelpRequested() || said.isVersionHelpRequested()) {
        return Optional.empty();
      }
      return Optional.of(options(said));
    } catch (ParameterException e) {
      throw new Misuse(String.valueOf(e.getMessage()));
    }
  }

  static boolean asksForVersion(String... arguments) {
    return Arrays.asList(arguments).contains("--version");
  }

  private static Options options(ParseResult said) throws Misuse {
    String bind = value(said, "--bind");
    boolean everywhere = EVERYWHERE.equals(bind);
    String httpsPort = value(said, "--https-port");
    return new Options(
        port("--port", value(said, "--port"), DEFAULT_PORT),
        bind == null || everywhere || bind.equals("localhost")
            ? Optional.empty()
            : Optional.of(loopback(bind)),
        everywhere,
        httpsPort == null
            ? OptionalInt.empty()
            : OptionalInt.of(port("--https-port", httpsPort, 0)),
        publicUrl(value(said, "--public-url")),
        seed(value(said, "--seed")),
        Optional.ofNullable(value(said, "--world")),
        said.hasMatchedOption("--json"),
        logLevel(value(said, "--log")));
  }

  private static int port(String option, @Nullable String text, int otherwise) throws Misuse {
    if (text == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= 0 && number <= 65_535) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new Misuse(option + " takes a number from 0 to 65535, not '" + text + "'");
    }
    throw new Misuse(option + " takes a number from 0 to 65535, not " + text);
  }

  private static InetAddress loopback(String text) throws Misuse {
    try {
      if (ADDRESS.matcher(text).matches()) {
        InetAddress address = InetAddress.getByName(text);
        if (address.isLoopbackAddress()) {
          return address;
        }
      }
    } catch (UnknownHostException e) {
      throw new Misuse("--bind takes an address, not '" + text + "'");
    }
    throw new Misuse(
        "--bind takes a loopback address, or 0.0.0.0 inside a container, not '" + text + "'");
  }

  private static Optional<URI> publicUrl(@Nullable String text) throws Misuse {
    if (text == null) {
      return Optional.empty();
    }
    try {
      URI url = URI.create(text);
      boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      boolean bare = url.getRawQuery() == null && url.getRawFragment() == null;
      if (web && url.getHost() != null && bare && url.getRawUserInfo() == null) {
        return Optional.of(url);
      }
    } catch (IllegalArgumentException e) {
      throw new Misuse("--public-url takes an http or https URL, not '" + text + "'");
    }
    throw new Misuse("--public-url takes an http or https URL, not '" + text + "'");
  }

  private static Optional<Path> seed(@Nullable String text) throws Misuse {
    try {
      return Optional.ofNullable(text).map(Path::of);
    } catch (InvalidPathException e) {
      throw new Misuse("--seed takes a file's name");
    }
  }

  private static LogLevel logLevel(@Nullable String text) throws Misuse {
    if (text == null) {
      return LogLevel.WARN;
    }
    return Arrays.stream(LogLevel.values())
        .filter(level -> level.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () -> new Misuse("--log takes one of " + logLevels() + ", not '" + text + "'"));
  }

  private static String logLevels() {
    return Arrays.stream(LogLevel.values())
        .map(level -> level.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static @Nullable String value(ParseResult said, String option) {
    return said.hasMatchedOption(option) ? said.matchedOption(option).getValue() : null;
  }

  private static ArgGroupSpec group(String heading, OptionSpec... options) {
    ArgGroupSpec.Builder group = ArgGroupSpec.builder().heading("%n" + heading).validate(false);
    List.of(options).forEach(group::addArg);
    return group.build();
  }

  private static OptionSpec text(String name, String label, String... description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  private static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).description(description).build();
  }

  private static OptionSpec port() {
    return text("--port", "PORT", "HTTP port; 0 for any free one. Default: " + DEFAULT_PORT + ".");
  }

  private static OptionSpec bind() {
    return text(
        "--bind",
        "ADDRESS",
        "The one loopback address to listen at. Default: 127.0.0.1, and ::1 where there is one."
            + " 0.0.0.0 listens at every address: only inside a container, whose network is its"
            + " own, for whoever reaches the emulator can read every code and key in it.");
  }

  private static OptionSpec httpsPort() {
    return text(
        "--https-port",
        "PORT",
        "HTTPS too, with a certificate made at start; 0 for any free port. Default: no HTTPS.");
  }

  private static OptionSpec publicUrl() {
    return text(
        "--public-url",
        "URL",
        "What links, issuers and redirects begin with, where clients know the emulator by another"
            + " name than the address it listens at.");
  }

  private static OptionSpec seed() {
    return text(
        "--seed",
        "FILE",
        "Worlds to open, with projects, keys and users, in YAML or JSON. Without it one empty world"
            + " is opened, with keys of its own at every start.");
  }

  private static OptionSpec world() {
    return text(
        "--world",
        "NAME",
        "Name of the world that is opened; with --seed, the one of its worlds that is. Default:"
            + " default; with --seed, all of them.");
  }

  private static OptionSpec json() {
    return flag("--json", "Print the one line as JSON.");
  }

  private static OptionSpec log() {
    return text(
        "--log", "LEVEL", "What to log on standard error: " + logLevels() + ". Default: warn.");
  }

  private static OptionSpec version() {
    return OptionSpec.builder("--version")
        .type(boolean.class)
        .versionHelp(true)
        .description("Print the version.")
        .build();
  }

  private static OptionSpec help(String... names) {
    return OptionSpec.builder(names)
        .type(boolean.class)
        .usageHelp(true)
        .description("Print this.")
        .build();
  }

  /** Thrown when a command line cannot be understood. */
  static final class Misuse extends Exception {
    private static final long serialVersionUID = 1L;

    Misuse(String message) {
      super(message);
    }
  }
}
