package dev.keyway.emulator.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version of this program, as its jar says it. */
final class Version implements IVersionProvider {
  static String text() {
    @Nullable String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(not from a jar)" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"keyway-emulator " + text()};
  }
}
