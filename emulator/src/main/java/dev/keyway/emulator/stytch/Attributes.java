package dev.keyway.emulator.stytch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.core.OneTimeCode;
import dev.keyway.emulator.http.Json;
import java.util.Map;

/**
 * What the application knows of the browser. Unknown parts are empty.
 *
 * @param ipAddress its IP address
 * @param userAgent its name
 */
record Attributes(String ipAddress, String userAgent) {
  static final Attributes NONE = new Attributes("", "");

  /** Those that were recorded when a code was made. */
  static Attributes of(OneTimeCode code) {
    return new Attributes(code.fact("ip_address"), code.fact("user_agent"));
  }

  /** For {@link OneTimeCode#facts}. */
  Map<String, String> facts() {
    return Map.of("ip_address", ipAddress, "user_agent", userAgent);
  }

  ObjectNode json() {
    return Json.object().put("ip_address", ipAddress).put("user_agent", userAgent);
  }
}
