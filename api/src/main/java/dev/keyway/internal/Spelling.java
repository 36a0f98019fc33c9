package dev.keyway.internal;

/** Tells a misspelt word from another word. */
public final class Spelling {

  /** A letter too many, one missing, one wrong, or two in the wrong order. */
  private static final int MAX_DISTANCE = 1;

  private Spelling() {}

  /** Whether {@code word} is not {@code wanted} but one wrong letter away from it. */
  public static boolean isNear(String word, String wanted) {
    if (word.equals(wanted) || Math.abs(word.length() - wanted.length()) > MAX_DISTANCE) {
      return false;
    }
    int start = 0;
    int shorter = Math.min(word.length(), wanted.length());
    while (start < shorter && word.charAt(start) == wanted.charAt(start)) {
      start++;
    }
    String restOfWord = word.substring(start);
    String restOfWanted = wanted.substring(start);
    return skipsOne(restOfWord, restOfWanted)
        || skipsOne(restOfWanted, restOfWord)
        || tail(restOfWord, 1).equals(tail(restOfWanted, 1))
        || isSwapped(restOfWord, restOfWanted);
  }

  private static boolean skipsOne(String longer, String shorter) {
    return !longer.isEmpty() && tail(longer, 1).equals(shorter);
  }

  private static boolean isSwapped(String one, String other) {
    return one.length() >= 2
        && other.length() >= 2
        && one.charAt(0) == other.charAt(1)
        && one.charAt(1) == other.charAt(0)
        && tail(one, 2).equals(tail(other, 2));
  }

  private static String tail(String text, int from) {
    return text.substring(Math.min(from, text.length()));
  }
}
