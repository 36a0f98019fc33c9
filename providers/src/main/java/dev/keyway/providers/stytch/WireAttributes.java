package dev.keyway.providers.stytch;

import dev.keyway.Options;
import org.jspecify.annotations.Nullable;

/** The end user's device. */
record WireAttributes(@Nullable String ipAddress, @Nullable String userAgent) {

  static @Nullable WireAttributes of(Options options) {
    return options
        .clientContext()
        .map(
            device ->
                new WireAttributes(
                    device.ipAddress().orElse(null), device.userAgent().orElse(null)))
        .orElse(null);
  }
}
