package dev.keyway.providers.micrometer;

import dev.keyway.AuthException;
import dev.keyway.AuthObserver;
import dev.keyway.CallEnd;
import dev.keyway.CallEvent;
import dev.keyway.CallStart;
import dev.keyway.ErrorCode;
import dev.keyway.WireEvent;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Set;

/**
 * One observation for each call, in scope while it runs: a span where Micrometer Tracing handles
 * observations (by OpenTelemetry or Brave), a timer where its meter handler does.
 *
 * <p>It is named {@code keyway.calls}, in traces by the operation ({@code keyway passwords.signIn},
 * which Micrometer Tracing writes {@code keyway passwords.sign-in}), with the keys {@code
 * operation}, {@code outcome} and {@code provider}, and has one event {@code keyway.request} for
 * each request, tries that are repeated among them. It is marked as failed where the service, the
 * project or the program is at fault; a wrong password or an expired code is an outcome only. No
 * key has an address, an id or a secret in it.
 */
public final class MicrometerObservations implements AuthObserver {

  /** What a person did is no failure of the system. */
  private static final Set<ErrorCode.Kind> FAULTS =
      Set.of(ErrorCode.Kind.CALLER, ErrorCode.Kind.PROJECT, ErrorCode.Kind.SERVICE);

  private final ObservationRegistry registry;

  private MicrometerObservations(ObservationRegistry registry) {
    this.registry = registry;
  }

  /** Observations in this registry. */
  public static MicrometerObservations of(ObservationRegistry registry) {
    return new MicrometerObservations(registry);
  }

  @Override
  public CallEnd onCallStart(CallStart call) {
    Observation observation =
        Observation.createNotStarted(Tags.CALLS, registry)
            .contextualName("keyway " + call.operation())
            .lowCardinalityKeyValue(Tags.OPERATION, call.operation())
            .lowCardinalityKeyValue(Tags.PROVIDER, call.provider())
            .start();
    Observation.Scope scope = observation.openScope();
    return event -> {
      scope.close();
      end(observation, event);
    };
  }

  @Override
  public void onWire(WireEvent event) {
    Observation current = registry.getCurrentObservation();
    if (current != null && current.getContext().getName().equals(Tags.CALLS)) {
      current.event(
          Observation.Event.of(
              "keyway.request",
              "%s %s: %s".formatted(event.method(), event.route(), Tags.status(event.status()))));
    }
  }

  private static void end(Observation observation, CallEvent event) {
    observation.lowCardinalityKeyValue(Tags.OUTCOME, Tags.outcome(event.failure()));
    event
        .failure()
        .filter(code -> FAULTS.contains(code.kind()))
        .map(code -> AuthException.of(code, event.operation() + " failed"))
        .ifPresent(observation::error);
    observation.stop();
  }
}
