package dev.keyway.emulator.internal.stytch.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;

/**
 * What the application knows of the browser. Unknown parts are empty.
 *
 * @param ipAddress its IP address
 * @param userAgent its name
 */
public record Attributes(String ipAddress, String userAgent) {
  public static final Attributes NONE = new Attributes("", "");

  public ObjectNode json() {
    return Json.object().put("ip_address", ipAddress).put("user_agent", userAgent);
  }
}
