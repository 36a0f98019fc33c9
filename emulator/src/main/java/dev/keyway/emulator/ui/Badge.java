package dev.keyway.emulator.ui;

import static dev.keyway.emulator.ui.html.Html.el;

import dev.keyway.emulator.ui.html.Element;
import java.util.Locale;

/** A short word in a coloured box. The word says it all; the colour only helps. */
final class Badge {
  private Badge() {}

  static Element plain(String word) {
    return el("span", word).cls("badge");
  }

  static Element good(String word) {
    return el("span", word).cls("badge good");
  }

  static Element warn(String word) {
    return el("span", word).cls("badge warn");
  }

  static Element bad(String word) {
    return el("span", word).cls("badge bad");
  }

  /** An HTTP status; 0 is a connection that was dropped. */
  static Element status(int status) {
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

  static String words(Enum<?> constant) {
    return constant
        .name()
        .toLowerCase(Locale.ROOT)
        .replace('_', ' ')
        .replace("one time", "one-time");
  }
}
