package dev.keyway.providers.stytch.wire;

import dev.keyway.Options;
import org.jspecify.annotations.Nullable;

/** The end user's device. */
public record WireAttributes(@Nullable String ipAddress, @Nullable String userAgent) {

  /** Of the call's options; null when they tell nothing. */
  public static @Nullable WireAttributes of(Options options) {
    return options
        .clientContext()
        .map(
            device ->
                new WireAttributes(
                    device.ipAddress().orElse(null), device.userAgent().orElse(null)))
        .orElse(null);
  }
}
