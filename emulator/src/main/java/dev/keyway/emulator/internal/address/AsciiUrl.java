package dev.keyway.emulator.internal.address;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** URLs as they go into a request's first line or a header, where only ASCII is safe. */
public final class AsciiUrl {
  private AsciiUrl() {}

  /**
   * The same with everything but visible ASCII percent-encoded as UTF-8. A server that cuts other
   * characters to a byte would make line ends of some of them.
   */
  public static String of(String url) {
    StringBuilder out = new StringBuilder(url.length());
    url.codePoints()
        .forEach(
            c -> {
              if (c > ' ' && c < 0x7f) {
                out.append((char) c);
              } else {
                for (byte one : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                  out.append(String.format(Locale.ROOT, "%%%02X", one));
                }
              }
            });
    return out.toString();
  }
}
