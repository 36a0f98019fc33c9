package dev.keyway.emulator.internal.html;

import static dev.keyway.emulator.internal.html.Html.el;

import java.util.Locale;

/** A short word in a coloured box. The word says it all; the colour only helps. */
public final class Badge {
  private Badge() {}

  public static Element plain(String word) {
    return el("span", word).cls("badge");
  }

  public static Element good(String word) {
    return el("span", word).cls("badge good");
  }

  public static Element warn(String word) {
    return el("span", word).cls("badge warn");
  }

  public static Element bad(String word) {
    return el("span", word).cls("badge bad");
  }

  /** An HTTP status; 0 is a connection that was dropped. */
  public static Element status(int status) {
    if (status == 0) {
      return bad("dropped");
    }
    String number = Integer.toString(status);
    if (status >= 500) {
      return bad(number);
    }
    return status >= 400 ? warn(number) : good(number);
  }

  /** The name of a constant in words, for example {@code PASSWORD_RESET} as "password reset". */
  static Element of(Enum<?> constant) {
    return plain(words(constant));
  }

  public static String words(Enum<?> constant) {
    return constant
        .name()
        .toLowerCase(Locale.ROOT)
        .replace('_', ' ')
        .replace("one time", "one-time");
  }
}
