package dev.keyway.providers.http;

import com.fasterxml.jackson.core.Version;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.util.VersionInfo;
import org.jspecify.annotations.Nullable;

/**
 * The oldest versions that the providers work with. An application's own dependency management may
 * bring older ones, and what they lack would come to light as an {@link Error} in the middle of a
 * call.
 */
public final class Libraries {
  private static final Pattern VERSION = Pattern.compile("(\\d{1,6})\\.(\\d{1,6}).*");

  private Libraries() {}

  /**
   * Checks what is on the class path.
   *
   * @throws AuthException {@link ErrorCode#CONFIGURATION_INVALID}, with the library and its version
   */
  public static void check() {
    Version jackson = com.fasterxml.jackson.databind.cfg.PackageVersion.VERSION;
    require("jackson-databind", jackson.toString(), 2, 15);
    require("httpclient5", version("org.apache.hc.client5"), 5, 2);
    require("httpcore5", version("org.apache.hc.core5"), 5, 2);
  }

  /** Passes a version that can't be told: repackaged jars have lost it. */
  static void require(String library, @Nullable String version, int major, int minor) {
    Matcher parts = VERSION.matcher(version == null ? "" : version);
    if (parts.matches()) {
      int foundMajor = Integer.parseInt(parts.group(1));
      int foundMinor = Integer.parseInt(parts.group(2));
      if (foundMajor < major || (foundMajor == major && foundMinor < minor)) {
        throw AuthException.of(
            ErrorCode.CONFIGURATION_INVALID,
            "%s %s on the class path is too old: Keyway needs %d.%d or newer"
                .formatted(library, version, major, minor));
      }
    }
  }

  private static @Nullable String version(String group) {
    VersionInfo info = VersionInfo.loadVersionInfo(group, Libraries.class.getClassLoader());
    return info == null ? null : info.getRelease();
  }
}
