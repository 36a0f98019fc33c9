package dev.keyway.emulator.stytch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.core.OneTimeCode;
import dev.keyway.emulator.http.Json;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the application knows of the browser. Unknown parts are empty.
 *
 * @param ipAddress its IP address
 * @param userAgent its name
 */
record Attributes(String ipAddress, String userAgent) {
  static final Attributes NONE = new Attributes("", "");
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");
  private static final Pattern IPV6 =
      Pattern.compile("(?=.*:.*:)[0-9A-Fa-f:]{2,39}(\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3})?");
  private static final int LONGEST_USER_AGENT = 2_000;

  /** Those in a body. */
  static Attributes in(Fields body) {
    Optional<Fields> sent = body.object("attributes");
    Attributes attributes =
        new Attributes(
            sent.flatMap(a -> a.optionalText("ip_address")).orElse(""),
            sent.flatMap(a -> a.optionalText("user_agent")).orElse(""));
    attributes.check();
    return attributes;
  }

  /** Those that were recorded when a code was made. */
  static Attributes of(OneTimeCode code) {
    return new Attributes(code.fact("ip_address"), code.fact("user_agent"));
  }

  /** For {@link OneTimeCode#facts}. */
  Map<String, String> facts() {
    return Map.of("ip_address", ipAddress, "user_agent", userAgent);
  }

  /**
   * Compares these with those at the start, as far as {@code options} demand it.
   *
   * @throws StytchFailure {@code attribute_mismatch}
   */
  void requireMatch(Attributes start, Optional<Fields> options) {
    boolean ip = options.map(o -> o.flag("ip_match_required")).orElse(false);
    boolean agent = options.map(o -> o.flag("user_agent_match_required")).orElse(false);
    if ((ip && (ipAddress.isEmpty() || !ipAddress.equals(start.ipAddress)))
        || (agent && (userAgent.isEmpty() || !userAgent.equals(start.userAgent)))) {
      throw StytchError.ATTRIBUTE_MISMATCH.failure();
    }
  }

  ObjectNode json() {
    return Json.object().put("ip_address", ipAddress).put("user_agent", userAgent);
  }

  private void check() {
    if (!ipAddress.isEmpty()
        && !IPV4.matcher(ipAddress).matches()
        && !IPV6.matcher(ipAddress).matches()) {
      throw StytchError.INVALID_IP_ADDRESS.failure();
    }
    if (userAgent.length() > LONGEST_USER_AGENT) {
      throw StytchError.INVALID_USER_AGENT.failure();
    }
  }
}
