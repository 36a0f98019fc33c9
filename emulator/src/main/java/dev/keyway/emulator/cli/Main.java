package dev.keyway.emulator.cli;

/** Where {@code java -jar keyway-emulator.jar} begins. */
public final class Main {
  private Main() {}

  /** Runs until the process is told to stop, and exits at once if it cannot start. */
  public static void main(String[] arguments) {
    System.exit(new Program(System.out, System.err).run(arguments));
  }
}
