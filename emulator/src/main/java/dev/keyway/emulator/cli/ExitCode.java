package dev.keyway.emulator.cli;

/** How the program ends. Ended by a signal, it exits as programs do then: 128 and the signal. */
enum ExitCode {
  /** It did what was asked. */
  OK(0),
  /** Something that should not happen. */
  DEFECT(1),
  /** The command line cannot be understood. */
  USAGE(2),
  /** It cannot listen where it should. */
  PORT(3),
  /** A file cannot be read or loaded, such as a seed, or cannot be written. */
  FILE(4);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
