package dev.keyway.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Looks a page over as it is painted: light and dark, wide and narrow. */
final class Audit {

  private static final String SCRIPT = script();
  private static final int NARROW = 360;
  private static final int WIDE = 1280;
  private static final int HEIGHT = 900;

  private Audit() {}

  /** What is wrong with the page that is open. */
  static List<String> of(Chromium chromium) {
    List<String> wrong = new ArrayList<>();
    chromium.size(NARROW, HEIGHT);
    wrong.addAll(look(chromium, "narrow"));
    chromium.size(WIDE, HEIGHT);
    chromium.colours("dark");
    wrong.addAll(look(chromium, "dark"));
    chromium.colours("light");
    wrong.addAll(look(chromium, "light"));
    wrong.addAll(chromium.complaints());
    return wrong;
  }

  private static List<String> look(Chromium chromium, String how) {
    return ((List<?>) Objects.requireNonNull(chromium.run(SCRIPT)))
        .stream().map(problem -> how + ": " + problem).toList();
  }

  private static String script() {
    try (InputStream file = Audit.class.getResourceAsStream("audit.js")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
