package dev.keyway.providers.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.keyway.CallEnd;
import dev.keyway.CallEvent;
import dev.keyway.CallStart;
import dev.keyway.ErrorCode;
import dev.keyway.WireEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What registries get to see. */
class MicrometerTest {

  private static final CallStart START = new CallStart("stytch", "passwords.signIn");
  private static final WireEvent REQUEST =
      new WireEvent(
          "stytch",
          "POST",
          "/v1/passwords/authenticate",
          OptionalInt.of(401),
          Duration.ofMillis(20),
          Optional.of("request-id-1"));

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void callsAreTimedByOperationOutcomeAndProvider() {
    MicrometerMetrics metrics = MicrometerMetrics.of(meters);
    metrics.onCall(end(Optional.empty()));
    metrics.onCall(end(Optional.of(ErrorCode.INVALID_CREDENTIALS)));
    metrics.onCall(end(Optional.of(ErrorCode.INVALID_CREDENTIALS)));
    assertEquals(
        2,
        meters
            .get("keyway.calls")
            .tags("operation", "passwords.signIn", "provider", "stytch")
            .tag("outcome", "invalid_credentials")
            .timer()
            .count());
    assertEquals(1, meters.get("keyway.calls").tag("outcome", "success").timer().count());
  }

  @Test
  void requestsAreTimedByRouteAndStatus() {
    MicrometerMetrics.ofRequests(meters).onWire(REQUEST);
    assertEquals(
        1,
        meters
            .get("keyway.requests")
            .tags("method", "POST", "route", "/v1/passwords/authenticate", "status", "401")
            .timer()
            .count());
  }

  @Test
  void aCallIsInScopeWhileItRuns() {
    ObservationRegistry registry = ObservationRegistry.create();
    List<Observation.Context> stopped = new ArrayList<>();
    List<String> events = new ArrayList<>();
    registry
        .observationConfig()
        .observationHandler(
            new ObservationHandler<>() {
              @Override
              public boolean supportsContext(Observation.Context context) {
                return true;
              }

              @Override
              public void onEvent(Observation.Event event, Observation.Context context) {
                events.add(event.getContextualName());
              }

              @Override
              public void onStop(Observation.Context context) {
                stopped.add(context);
              }
            });
    MicrometerObservations observer = MicrometerObservations.of(registry);
    CallEnd end = observer.onCallStart(START);
    assertNotNull(registry.getCurrentObservation());
    observer.onWire(REQUEST);
    end.ended(end(Optional.of(ErrorCode.INVALID_CREDENTIALS)));
    assertNull(registry.getCurrentObservation());
    assertEquals(List.of("POST /v1/passwords/authenticate: 401"), events);
    assertEquals("keyway passwords.signIn", stopped.get(0).getContextualName());
    assertEquals(
        "invalid_credentials",
        stopped.get(0).getLowCardinalityKeyValues().stream()
            .filter(tag -> tag.getKey().equals("outcome"))
            .findFirst()
            .orElseThrow()
            .getValue());
    assertNull(stopped.get(0).getError(), "a wrong password is no failure of the system");

    observer.onCallStart(START).ended(end(Optional.of(ErrorCode.NO_RESPONSE)));
    assertNotNull(stopped.get(1).getError());
  }

  private static CallEvent end(Optional<ErrorCode> failure) {
    return new CallEvent("stytch", "passwords.signIn", Duration.ofMillis(30), failure);
  }
}
