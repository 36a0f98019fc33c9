package dev.keyway.emulator.internal.fault;

import dev.keyway.emulator.FaultEffect;
import dev.keyway.emulator.internal.address.CanonicalEmail;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * A limit that a vendor is known to have. Each vendor brings its own. Limits whose numbers nobody
 * published are left out, and so are those of routes that the emulator does not serve.
 *
 * @param operations operation ids, or beginnings of some followed by {@code *}, counted together
 * @param limit how many pass in a window of time
 * @param key requests of different keys are counted apart
 * @param tellsWhen whether the refusal carries {@code Retry-After}
 */
public record VendorRateLimit(
    List<String> operations,
    FaultEffect.RateLimit limit,
    Function<Request, String> key,
    boolean tellsWhen) {

  /** A limit on all requests together. */
  public static VendorRateLimit of(
      List<String> operations, int requests, Duration per, boolean tellsWhen) {
    return new VendorRateLimit(
        operations, new FaultEffect.RateLimit(requests, per), request -> "", tellsWhen);
  }

  /**
   * A limit per e-mail address, as the body's field {@code email} names it; without {@code
   * Retry-After}. A request without an address is refused for that, and counts as all others of its
   * kind.
   */
  public static VendorRateLimit perEmail(List<String> operations, int requests, Duration per) {
    return new VendorRateLimit(
        operations, new FaultEffect.RateLimit(requests, per), VendorRateLimit::email, false);
  }

  /** The fault that this is in one world. */
  FaultRule rule(FaultTable table, Clock clock) {
    RateLimitTrigger trigger = new RateLimitTrigger(clock, limit, 0, key);
    return new FaultRule(
        table,
        operations,
        limit.description(),
        OptionalInt.empty(),
        trigger.refusal(tellsWhen),
        trigger);
  }

  private static String email(Request request) {
    try {
      return CanonicalEmail.of(Json.read(request.bodyText()).path("email").asText());
    } catch (Json.Malformed e) {
      return "";
    }
  }
}
