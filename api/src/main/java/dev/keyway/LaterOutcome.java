package dev.keyway;

/**
 * Stands for the outcomes that later versions add. Nobody can make one or name it outside this
 * package, and so the compiler asks every {@code switch} over a {@link SignInResult} for a {@code
 * default}.
 */
final class LaterOutcome implements SignInResult {

  /** For the tests of this package alone. */
  LaterOutcome() {}
}
