package dev.keyway.emulator.cli;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldSpec;
import dev.keyway.emulator.seed.Seed;
import dev.keyway.emulator.seed.SeedException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Starts an emulator as the command line says, announces it, and stays until the process ends. */
final class Program {
  private static final String DEFAULT_WORLD = "default";

  private final PrintStream out;
  private final PrintStream err;

  Program(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  ExitCode run(String... arguments) {
    Arguments command = new Arguments();
    Optional<Options> options;
    try {
      options = command.parse(arguments);
    } catch (Arguments.Misuse e) {
      return fail(ExitCode.USAGE, e.getMessage() + " (see --help)");
    }
    if (options.isEmpty()) {
      out.println(
          Arguments.asksForVersion(arguments)
              ? "keyway-emulator " + Version.text()
              : command.help().stripTrailing());
      return ExitCode.OK;
    }
    Logging.show(options.get().log());
    try {
      return serve(options.get());
    } catch (SeedException e) {
      return fail(ExitCode.SEED, String.valueOf(e.getMessage()));
    } catch (UncheckedIOException e) {
      return fail(ExitCode.PORT, e.getMessage() + " (see --port and --bind)");
    } catch (RuntimeException e) {
      return fail(ExitCode.DEFECT, e.toString());
    }
  }

  private ExitCode serve(Options options) {
    Optional<Seed> seed = options.seed().map(Seed::parse);
    if (seed.isPresent() && options.world().isPresent()) {
      seed = Optional.of(seed.get().only(options.world().get()));
    }
    AuthEmulator emulator = start(options);
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
    Announcement announcement;
    try {
      if (options.httpsPort().isPresent()) {
        emulator.httpsBaseUrl();
      }
      announcement =
          new Announcement(
              emulator, worlds(emulator, seed, options), options.httpsPort().isPresent());
    } catch (RuntimeException e) {
      emulator.close();
      throw e;
    }
    if (options.everywhere()) {
      warn(
          "listening at every address of this machine. Inside a container that is what it takes;"
              + " elsewhere whoever is on the network can read every code and key.");
    }
    out.println(options.json() ? announcement.json() : announcement.text());
    out.flush();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.OK;
  }

  private static AuthEmulator start(Options options) {
    AuthEmulator.Builder builder = AuthEmulator.builder().port(options.port());
    options.bind().ifPresent(builder::bind);
    if (options.everywhere()) {
      builder.bindEverywhere();
    }
    options.httpsPort().ifPresent(builder::httpsPort);
    options.publicUrl().ifPresent(builder::publicUrl);
    return builder.start();
  }

  private static List<World> worlds(AuthEmulator emulator, Optional<Seed> seed, Options options) {
    if (seed.isPresent()) {
      return emulator.load(seed.get());
    }
    String name = options.world().orElse(DEFAULT_WORLD);
    return List.of(emulator.newWorld(WorldSpec.defaults().named(name)));
  }

  private ExitCode fail(ExitCode code, String message) {
    warn(message);
    return code;
  }

  private void warn(String message) {
    err.println("keyway-emulator: " + message);
  }
}
