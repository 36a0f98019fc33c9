package dev.keyway.emulator.internal.stytch.rules;

import dev.keyway.emulator.internal.stytch.protocol.Fields;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.state.Attributes;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be sent of a browser, and when it must be the browser of before. */
public final class AttributeRules {
  /** What it refuses attributes with. */
  public static final Set<StytchError> ERRORS =
      Set.of(StytchError.INVALID_IP_ADDRESS, StytchError.INVALID_USER_AGENT);

  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");
  private static final Pattern IPV6 =
      Pattern.compile("(?=.*:.*:)[0-9A-Fa-f:]{2,39}(\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3})?");
  private static final int LONGEST_USER_AGENT = 2_000;

  private AttributeRules() {}

  /** Those in a body. */
  public static Attributes sent(Fields body) {
    Optional<Fields> sent = body.object("attributes");
    Attributes attributes =
        new Attributes(
            sent.flatMap(a -> a.optionalText("ip_address")).orElse(""),
            sent.flatMap(a -> a.optionalText("user_agent")).orElse(""));
    check(attributes);
    return attributes;
  }

  /**
   * Compares those of now with those at the start, as far as {@code options} demand it.
   *
   * @throws StytchFailure {@code attribute_mismatch}
   */
  public static void requireMatch(Attributes now, Attributes start, Optional<Fields> options) {
    boolean ip = options.map(o -> o.flag("ip_match_required")).orElse(false);
    boolean agent = options.map(o -> o.flag("user_agent_match_required")).orElse(false);
    if ((ip && (now.ipAddress().isEmpty() || !now.ipAddress().equals(start.ipAddress())))
        || (agent && (now.userAgent().isEmpty() || !now.userAgent().equals(start.userAgent())))) {
      throw StytchError.ATTRIBUTE_MISMATCH.failure();
    }
  }

  private static void check(Attributes attributes) {
    if (!attributes.ipAddress().isEmpty()
        && !IPV4.matcher(attributes.ipAddress()).matches()
        && !IPV6.matcher(attributes.ipAddress()).matches()) {
      throw StytchError.INVALID_IP_ADDRESS.failure();
    }
    if (attributes.userAgent().length() > LONGEST_USER_AGENT) {
      throw StytchError.INVALID_USER_AGENT.failure();
    }
  }
}
