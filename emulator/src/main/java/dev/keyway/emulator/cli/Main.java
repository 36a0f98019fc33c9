package dev.keyway.emulator.cli;

import dev.keyway.emulator.EmulatorEngine;

/** Where {@code java -jar keyway-emulator.jar} begins. */
public final class Main {
  private Main() {}

  /** Runs until the process is told to stop, and exits at once if it cannot start. */
  public static void main(String[] arguments) {
    // Beside the reading of the options, which takes a while.
    EmulatorEngine.find().prepare();
    System.exit(new Program(System.out, System.err).run(arguments));
  }
}
