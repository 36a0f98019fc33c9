package dev.keyway.emulator.internal.pipeline;

/** What a route that the real service has and the emulator has not tells its caller. */
public final class NotImplemented {
  /** For areas that nothing stands in for. */
  public static final String NOTHING_INSTEAD = "nothing here stands in for it.";

  private NotImplemented() {}

  /**
   * Names the operation, and says what a test can do without it.
   *
   * @param instead what stands in for the area, as the end of a sentence
   */
  public static String hint(String operation, String instead) {
    return "This emulator does not have "
        + operation
        + " yet: "
        + instead
        + " A test that only needs an answer can plan one as a fault of this operation. What is"
        + " served: docs/coverage.md, or AuthEmulator.coverage().";
  }
}
