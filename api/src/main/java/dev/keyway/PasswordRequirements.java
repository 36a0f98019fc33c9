package dev.keyway;

/**
 * What a password has of the classes of characters that a project's policy counts, and what it
 * lacks.
 *
 * @param lowerCase whether it has a small letter
 * @param upperCase whether it has a capital letter
 * @param digit whether it has a digit
 * @param symbol whether it has a character that is none of these
 * @param missingClasses how many more of the four classes it needs; 0 when it has enough
 * @param missingCharacters how many characters it is too short by; 0 when it is long enough
 */
public record PasswordRequirements(
    boolean lowerCase,
    boolean upperCase,
    boolean digit,
    boolean symbol,
    int missingClasses,
    int missingCharacters) {

  /** What is missing is counted from 0. */
  public PasswordRequirements {
    if (missingClasses < 0 || missingCharacters < 0) {
      throw Arguments.invalid("missingClasses and missingCharacters", "must not be negative");
    }
  }
}
