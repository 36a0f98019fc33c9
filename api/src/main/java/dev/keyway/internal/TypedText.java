package dev.keyway.internal;

/**
 * What people type and paste, read by what Unicode says of each character and not by lists: blanks
 * and invisible characters of every kind, and the decimal digits of every script.
 */
public final class TypedText {

  private static final int LETTERS_AND_DIGITS = 36;
  private static final int ASCII = 0x80;

  private TypedText() {}

  /** Without blanks and invisible characters at both ends. */
  public static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isUnseen(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (end > start && isUnseen(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  /**
   * Letters and digits only. The decimal digits of every script become those of ASCII, and so do
   * full-width letters; other letters stay.
   */
  public static String lettersAndDigits(String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(TypedText::plain)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** A digit of any script as ASCII's; every other character as it is. */
  public static int plainDigit(int character) {
    int digit = Character.digit(character, 10);
    return digit < 0 ? character : Character.forDigit(digit, 10);
  }

  /** Whether nothing of it is seen: a blank, or a mark such as the one that sets the direction. */
  public static boolean isUnseen(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.getType(character) == Character.FORMAT;
  }

  private static int plain(int character) {
    int value = Character.digit(character, LETTERS_AND_DIGITS);
    return character < ASCII || value < 0
        ? character
        : Character.forDigit(value, LETTERS_AND_DIGITS);
  }
}
