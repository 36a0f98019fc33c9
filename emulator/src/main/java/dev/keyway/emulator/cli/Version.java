package dev.keyway.emulator.cli;

import org.jspecify.annotations.Nullable;

/** The version of this program, as its jar says it. */
final class Version {
  private Version() {}

  static String text() {
    @Nullable String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(not from a jar)" : version;
  }
}
