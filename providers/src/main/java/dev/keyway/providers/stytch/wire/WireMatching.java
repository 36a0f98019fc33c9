package dev.keyway.providers.stytch.wire;

import org.jspecify.annotations.Nullable;

/** What the browser that ends a flow must have as the one that it was sent for. */
public record WireMatching(boolean ipMatchRequired, boolean userAgentMatchRequired) {

  /** Null when nothing is asked. */
  public static @Nullable WireMatching of(boolean ipAddress, boolean userAgent) {
    return ipAddress || userAgent ? new WireMatching(ipAddress, userAgent) : null;
  }
}
