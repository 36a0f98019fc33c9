package dev.keyway.emulator.internal.fault;

import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A limit that a vendor is known to have. Limits whose numbers nobody published are not here, nor
 * are those of routes that the emulator does not serve.
 *
 * @param operations operation ids, or beginnings of some followed by {@code *}, counted together
 * @param requests how many pass per window
 * @param per how long a window is
 * @param key what is counted apart
 * @param tellsWhen whether the refusal carries {@code Retry-After}
 */
record VendorRateLimit(
    List<String> operations,
    int requests,
    Duration per,
    Function<Request, String> key,
    boolean tellsWhen) {

  /**
   * Stack Auth: the limit of its development server, which sends {@code Retry-After} only
   * sometimes, here always; its production service has a firewall in front whose numbers are
   * unknown.
   *
   * <p>Stytch: the numbers of its documentation, which names fixed windows and no {@code
   * Retry-After}.
   *
   * <p>Inferred at both: that a window begins with its first request.
   */
  static final List<VendorRateLimit> KNOWN =
      List.of(
          new VendorRateLimit(
              List.of("stackauth.*"), 100, Duration.ofSeconds(10), VendorRateLimit::all, true),
          new VendorRateLimit(
              List.of("stytch.user.search"),
              150,
              Duration.ofMinutes(1),
              VendorRateLimit::all,
              false),
          new VendorRateLimit(
              List.of("stytch.password.migrate"),
              100,
              Duration.ofSeconds(1),
              VendorRateLimit::all,
              false),
          new VendorRateLimit(
              List.of(
                  "stytch.magic-link.email-send",
                  "stytch.magic-link.email-login-or-create",
                  "stytch.magic-link.email-invite"),
              1,
              Duration.ofSeconds(1),
              VendorRateLimit::email,
              false));

  /** The fault that this is in one world. */
  FaultRule rule(FaultTable table, Clock clock) {
    RateLimit limit = new RateLimit(clock, requests, per, 0, key);
    return new FaultRule(
        table, operations, limit.description(), limit.refusal(tellsWhen), null, limit);
  }

  private static String all(Request exchange) {
    return "";
  }

  /** A request without an address is refused for that, and counts as all others of its kind. */
  private static String email(Request exchange) {
    try {
      return Json.read(exchange.bodyText()).path("email").asText().toLowerCase(Locale.ROOT);
    } catch (Json.Malformed e) {
      return "";
    }
  }
}
