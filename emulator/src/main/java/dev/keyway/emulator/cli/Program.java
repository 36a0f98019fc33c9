package dev.keyway.emulator.cli;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.EmulatorEngine;
import dev.keyway.emulator.SavedWorldsException;
import dev.keyway.emulator.WordingException;
import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldSpec;
import dev.keyway.emulator.seed.Seed;
import dev.keyway.emulator.seed.SeedException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Starts an emulator as the command line says, announces it, and stays until the process ends. */
@Command(
    name = "keyway-emulator",
    customSynopsis = "java -jar keyway-emulator.jar [OPTION…]",
    description =
        "%n%s on one port of this machine, for tests. Everything is kept in"
            + " memory, nothing is sent anywhere but where you say, and only this machine can reach it.%n",
    usageHelpAutoWidth = true,
    versionProvider = Version.class,
    footer = {
      "",
      "When it is ready it prints one line: its URLs, the world, its project ids and keys, its"
          + " page. It runs until it gets SIGTERM or SIGINT.",
      "",
      "Examples",
      "  java -jar keyway-emulator.jar",
      "  java -jar keyway-emulator.jar --port 0 --json --log none",
      "  java -jar keyway-emulator.jar --seed users.yaml --https-port 5398",
      "  java -jar keyway-emulator.jar --bind 0.0.0.0 --public-url http://keyway:5399",
      "  java -jar keyway-emulator.jar @options.txt   (one option a line)",
      "  java -jar keyway-emulator.jar --archive keyway.jsa",
      "  java -XX:SharedArchiveFile=keyway.jsa -Xlog:disable -jar keyway-emulator.jar",
      "",
      "Exit codes",
      "  0    did what was asked (--help, --version, --archive, --training-run)",
      "  1    a defect of the emulator",
      "  2    an option that cannot be understood",
      "  3    cannot listen: port taken, address not of this machine",
      "  4    the seed, or the saved worlds, cannot be read or loaded; the file of --save or",
      "       --archive cannot be written",
      "  143  ended by SIGTERM; 130 by SIGINT"
    })
final class Program implements Callable<Integer> {
  private static final String DEFAULT_WORLD = "default";

  /**
   * After a start, until what it left behind is given back: nobody waits for it then, and HotSpot
   * has emptied its pool of compiler memory, which it does every five seconds.
   */
  private static final int SETTLE_SECONDS = 6;

  // Not validated as groups: they are headings of the help, and any option may be left out.
  @ArgGroup(validate = false, order = 1, heading = "%nWhere it listens%n")
  private ListenOptions listen = new ListenOptions();

  @ArgGroup(validate = false, order = 2, heading = "%nWhat is in it%n")
  private WorldOptions content = new WorldOptions();

  @ArgGroup(validate = false, order = 3, heading = "%nWhat it tells%n")
  private OutputOptions output = new OutputOptions();

  private final PrintStream out;
  private final PrintStream err;

  Program(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Runs once, and returns the exit code; see {@link ExitCode}. */
  int run(String... arguments) {
    // Help or version; kept until the end, for the stream to write it in its own encoding.
    StringWriter help = new StringWriter();
    CommandLine line = new CommandLine(this);
    line.getHelpSectionMap()
        .put(
            UsageMessageSpec.SECTION_KEY_DESCRIPTION,
            section -> section.description(String.join(" and ", EmulatorEngine.find().vendors())));
    String[] expanded;
    try {
      expanded = ArgumentFiles.expand(arguments);
    } catch (IllegalArgumentException e) {
      return fail(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
    int code =
        line.setExpandAtFiles(false)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOverwrittenOptionsAllowed(true)
            .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
            .setOut(new PrintWriter(help))
            .setParameterExceptionHandler(
                (e, said) -> fail(ExitCode.USAGE, e.getMessage() + " (see --help)"))
            .setExecutionExceptionHandler((e, command, said) -> fail(e))
            .execute(expanded);
    out.print(help);
    out.flush();
    return code;
  }

  @Override
  public Integer call() {
    Logging.show(output.log);
    if (output.archive.isPresent()) {
      return archive(output.archive.get());
    }
    if (output.trainingRun) {
      EmulatorEngine.find().trainingRun();
      return ExitCode.OK.number();
    }
    Optional<Seed> seed = content.seed.map(Seed::parse);
    if (seed.isPresent() && content.world.isPresent()) {
      seed = Optional.of(seed.get().only(content.world.get()));
    }
    AuthEmulator emulator = start();
    // Before anybody can be told that it runs, a signal must end it well.
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  emulator.close();
                  stopped.countDown();
                },
                "keyway-emulator-stop"));
    ReadyMessage ready;
    try {
      boolean https = listen.httpsPort.isPresent();
      if (https) {
        emulator.httpsBaseUrl();
      }
      ready = new ReadyMessage(emulator, worlds(emulator, seed), https);
    } catch (RuntimeException e) {
      emulator.close();
      throw e;
    }
    if (listen.bind.everywhere()) {
      warn(
          "listening at every address of this machine. Inside a container that is what it takes;"
              + " elsewhere whoever is on the network can read every code and key.");
    }
    out.println(output.json ? ready.json() : ready.text());
    out.flush();
    try {
      if (!stopped.await(SETTLE_SECONDS, TimeUnit.SECONDS)) {
        Memory.giveBack();
        stopped.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.OK.number();
  }

  private int archive(Path file) {
    return new ClassDataArchive(System.getProperty("java.class.path", ""))
        .make(file)
        .map(problem -> fail(ExitCode.FILE, "--archive: " + problem))
        .orElse(ExitCode.OK.number());
  }

  private AuthEmulator start() {
    AuthEmulator.Builder builder = AuthEmulator.builder().port(listen.port);
    listen.bind.only().ifPresent(builder::bind);
    if (listen.bind.everywhere()) {
      builder.bindEverywhere();
    }
    listen.httpsPort.ifPresent(builder::httpsPort);
    listen.publicUrl.ifPresent(builder::publicUrl);
    content.save.ifPresent(builder::saveTo);
    content.wording.ifPresent(builder::wording);
    listen.hostNames.forEach(builder::hostName);
    listen.outbound.forEach(builder::allowOutbound);
    return builder.start();
  }

  private List<World> worlds(AuthEmulator emulator, Optional<Seed> seed) {
    List<World> saved = emulator.worlds();
    if (!saved.isEmpty()) {
      return saved;
    }
    if (seed.isPresent()) {
      return emulator.load(seed.get());
    }
    String name = content.world.orElse(DEFAULT_WORLD);
    return List.of(emulator.newWorld(WorldSpec.defaults().named(name)));
  }

  private int fail(Exception e) {
    if (e instanceof SeedException
        || e instanceof SavedWorldsException
        || e instanceof WordingException) {
      return fail(ExitCode.FILE, String.valueOf(e.getMessage()));
    }
    if (e instanceof UncheckedIOException) {
      return fail(ExitCode.PORT, e.getMessage() + " (see --port and --bind)");
    }
    return fail(ExitCode.DEFECT, e.toString());
  }

  private int fail(ExitCode code, String message) {
    warn(message);
    return code.number();
  }

  private void warn(String message) {
    err.println("keyway-emulator: " + message);
  }
}
