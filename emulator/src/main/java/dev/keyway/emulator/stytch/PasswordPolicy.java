package dev.keyway.emulator.stytch;

/**
 * How strong a password must be.
 *
 * @param kind who judges
 * @param minimumLength characters, under {@link Kind#LUDS} only
 * @param minimumComplexity how many of lower case, upper case, digit and symbol there must be,
 *     under {@link Kind#LUDS} only
 */
public record PasswordPolicy(Kind kind, int minimumLength, int minimumComplexity) {
  /** Who judges. */
  public enum Kind {
    /** The zxcvbn estimator; a score of 3 or 4 passes. */
    ZXCVBN,
    /** Length and classes of characters. */
    LUDS
  }

  /** The vendor's default. */
  public static PasswordPolicy zxcvbn() {
    return new PasswordPolicy(Kind.ZXCVBN, 0, 0);
  }

  /**
   * Length and classes of characters.
   *
   * @throws IllegalArgumentException if more than four classes are asked for
   */
  public static PasswordPolicy luds(int minimumLength, int minimumComplexity) {
    if (minimumLength < 1 || minimumComplexity < 1 || minimumComplexity > 4) {
      throw new IllegalArgumentException("There are four classes of characters");
    }
    return new PasswordPolicy(Kind.LUDS, minimumLength, minimumComplexity);
  }
}
