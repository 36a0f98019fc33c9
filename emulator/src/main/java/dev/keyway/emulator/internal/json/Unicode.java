package dev.keyway.emulator.internal.json;

/** Text that UTF-8 can carry. */
public final class Unicode {
  private static final char REPLACEMENT = '\uFFFD';

  private Unicode() {}

  /**
   * The text with U+FFFD for each half of a surrogate pair without its other half. JSON's escapes
   * allow one and UTF-8 has no form for it, so no vendor's store holds it: Go's decoder reads it
   * like this, and Node writes it like this to a database (inferred).
   */
  public static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return replaced(text, i);
      }
    }
    return text;
  }

  private static String replaced(String text, int from) {
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, from);
    text.codePoints()
        .skip(from)
        .map(c -> c <= Character.MAX_VALUE && Character.isSurrogate((char) c) ? REPLACEMENT : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
