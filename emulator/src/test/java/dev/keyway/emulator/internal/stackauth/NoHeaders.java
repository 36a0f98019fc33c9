package dev.keyway.emulator.internal.stackauth;

import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthHeaders;
import java.util.Map;

/** The headers of a request that has none. */
public final class NoHeaders {
  public static final StackAuthHeaders STACK =
      new StackAuthHeaders(
          new Request("GET", "/api/v1", "", Map.of(), new byte[0], false, "127.0.0.1"));

  private NoHeaders() {}
}
