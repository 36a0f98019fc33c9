package dev.keyway.emulator.internal.ui;

import java.util.LinkedHashMap;
import java.util.Map;

/** The two services by the names that people know. */
final class Providers {
  /** For a filter: all, or one of them. */
  static final Map<String, String> CHOICE = new LinkedHashMap<>();

  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("stackauth", "Stack Auth");
    NAMES.put("stytch", "Stytch");
    CHOICE.put("", "All");
    CHOICE.putAll(NAMES);
  }

  private Providers() {}

  static String name(String provider) {
    return NAMES.getOrDefault(provider, provider);
  }
}
