package dev.keyway.emulator.internal.stytch.rules;

import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.state.Attributes;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be sent of a browser, and when it must be the browser of before. */
public final class AttributeRules {
  private static final Field<String> IP_ADDRESS = Field.text("ip_address");
  private static final Field<String> USER_AGENT = Field.text("user_agent");
  private static final Field<Boolean> IP_MATCH_REQUIRED =
      Field.flag("ip_match_required").optional(false);
  private static final Field<Boolean> USER_AGENT_MATCH_REQUIRED =
      Field.flag("user_agent_match_required").optional(false);

  /** What calls accept that know the browser's address and name. */
  public static final Field<Values> ATTRIBUTES =
      Field.of("attributes", ObjectType.of(IP_ADDRESS, USER_AGENT));

  /** What calls accept that may insist on the browser that began the flow. */
  public static final Field<Values> OPTIONS =
      Field.of("options", ObjectType.of(IP_MATCH_REQUIRED, USER_AGENT_MATCH_REQUIRED));

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
  public static Attributes sent(Values body) {
    Optional<Values> sent = body.find(ATTRIBUTES);
    Attributes attributes =
        new Attributes(
            sent.flatMap(a -> a.find(IP_ADDRESS)).orElse(""),
            sent.flatMap(a -> a.find(USER_AGENT)).orElse(""));
    check(attributes);
    return attributes;
  }

  /**
   * Compares those of now with those at the start, as far as {@code options} demand it.
   *
   * @throws StytchFailure {@code attribute_mismatch}
   */
  public static void requireMatch(Attributes now, Attributes start, Optional<Values> options) {
    boolean ip = options.map(o -> o.get(IP_MATCH_REQUIRED)).orElse(false);
    boolean agent = options.map(o -> o.get(USER_AGENT_MATCH_REQUIRED)).orElse(false);
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
