package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.http.Exchange;
import java.util.Map;

/** The headers of a request that has none. */
final class NoHeaders {
  static final StackHeaders STACK =
      new StackHeaders(
          new Exchange("GET", "/api/v1", "", Map.of(), new byte[0], false, "127.0.0.1"));

  private NoHeaders() {}
}
