package dev.keyway.emulator.internal.stytch.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.state.OneTimeCode;
import java.util.Map;

/**
 * What the application knows of the browser. Unknown parts are empty.
 *
 * @param ipAddress its IP address
 * @param userAgent its name
 */
public record Attributes(String ipAddress, String userAgent) {
  public static final Attributes NONE = new Attributes("", "");

  /** Those that were recorded when a code was made. */
  public static Attributes of(OneTimeCode code) {
    return new Attributes(code.fact("ip_address"), code.fact("user_agent"));
  }

  /** For {@link OneTimeCode#facts}. */
  public Map<String, String> facts() {
    return Map.of("ip_address", ipAddress, "user_agent", userAgent);
  }

  public ObjectNode json() {
    return Json.object().put("ip_address", ipAddress).put("user_agent", userAgent);
  }
}
