package dev.keyway.providers.micrometer;

import dev.keyway.AuthObserver;
import dev.keyway.CallEvent;
import dev.keyway.WireEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * Timers, each with its counter, of calls and of the requests behind them:
 *
 * <ul>
 *   <li>{@code keyway.calls}, by {@code operation} ({@code passwords.signIn}), {@code outcome}
 *       ({@code success}, or the {@link dev.keyway.ErrorCode} in lower case) and {@code provider}
 *   <li>{@code keyway.requests}, by {@code method}, {@code route} (with its variable parts left
 *       out), {@code status} ({@code none} without a response) and {@code provider}; each try of a
 *       request that is repeated counts
 * </ul>
 *
 * <p>No tag has an address, an id or a secret in it, and every one has few values.
 */
public final class MicrometerMetrics implements AuthObserver {

  private final MeterRegistry registry;
  private final boolean calls;
  private final boolean requests;

  private MicrometerMetrics(MeterRegistry registry, boolean calls, boolean requests) {
    this.registry = registry;
    this.calls = calls;
    this.requests = requests;
  }

  /** Calls and requests. */
  public static MicrometerMetrics of(MeterRegistry registry) {
    return new MicrometerMetrics(registry, true, true);
  }

  /** Calls only. */
  public static MicrometerMetrics ofCalls(MeterRegistry registry) {
    return new MicrometerMetrics(registry, true, false);
  }

  /** Requests only, beside {@link MicrometerObservations}, which times the calls. */
  public static MicrometerMetrics ofRequests(MeterRegistry registry) {
    return new MicrometerMetrics(registry, false, true);
  }

  @Override
  public void onCall(CallEvent event) {
    if (calls) {
      Timer.builder(Tags.CALLS)
          .description("Calls of the authentication client")
          .tag(Tags.OPERATION, event.operation())
          .tag(Tags.OUTCOME, Tags.outcome(event.failure()))
          .tag(Tags.PROVIDER, event.provider())
          .register(registry)
          .record(event.duration());
    }
  }

  @Override
  public void onWire(WireEvent event) {
    if (requests) {
      Timer.builder(Tags.REQUESTS)
          .description("Requests to the authentication provider")
          .tag(Tags.METHOD, event.method())
          .tag(Tags.ROUTE, event.route())
          .tag(Tags.STATUS, Tags.status(event.status()))
          .tag(Tags.PROVIDER, event.provider())
          .register(registry)
          .record(event.duration());
    }
  }
}
