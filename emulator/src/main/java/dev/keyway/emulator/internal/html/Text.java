package dev.keyway.emulator.internal.html;

/** Text, escaped so that a parser gives back the same characters. */
record Text(String value) implements Html {
  private static final char REPLACEMENT = '\uFFFD';

  @Override
  public void writeTo(StringBuilder out) {
    escape(value, out);
  }

  /**
   * Escapes for content and for double-quoted attributes alike. Characters that HTML cannot carry
   * (NUL, other controls, halves of surrogate pairs) become U+FFFD, as in every parser.
   */
  static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\n', '\t' -> out.append(c);
        // As a bare character a parser would turn it into a line feed.
        case '\r' -> out.append("&#13;");
        default -> {
          if (Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1))) {
            out.append(c).append(text.charAt(++i));
          } else if (Character.isSurrogate(c) || Character.isISOControl(c)) {
            out.append(REPLACEMENT);
          } else {
            out.append(c);
          }
        }
      }
    }
  }
}
