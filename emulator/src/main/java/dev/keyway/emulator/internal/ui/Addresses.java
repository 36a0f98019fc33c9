package dev.keyway.emulator.internal.ui;

import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.html.Url;
import java.util.ArrayList;
import java.util.List;

/** Addresses of the page. */
final class Addresses {
  static final String BASE = "/_emulator/ui";

  private static final String WORLDS = BASE + "/worlds";

  private Addresses() {}

  static Url start() {
    return Url.path(BASE);
  }

  static Url global(String... segments) {
    return Url.path(BASE, segments);
  }

  static Url worlds() {
    return Url.path(WORLDS);
  }

  static Url world(World world, String... segments) {
    List<String> all = new ArrayList<>(List.of(world.id()));
    all.addAll(List.of(segments));
    return Url.path(WORLDS, all.toArray(String[]::new));
  }

  /** The same address without slashes at its end, which is the page's own in any case. */
  static Url withoutTrailingSlash(String path) {
    String rest = path.substring(BASE.length()).replaceAll("/+$", "");
    return Url.of(BASE + rest).orElseGet(Addresses::start);
  }
}
