package dev.keyway.providers.spring;

import dev.keyway.AuthObserver;
import dev.keyway.providers.micrometer.MicrometerMetrics;
import dev.keyway.providers.micrometer.MicrometerObservations;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * The client's metrics and traces, where the application has Micrometer's registries, as those with
 * Spring Boot's actuator have: calls as observations, requests as timers. Without an {@link
 * ObservationRegistry} calls are timers of the same name. An application's own bean named {@code
 * keywayCalls} or {@code keywayRequests} takes the place of one of these.
 */
@AutoConfiguration
@ConditionalOnClass({MeterRegistry.class, ObservationRegistry.class})
public class KeywayMetricsAutoConfiguration {

  /** For Spring. */
  public KeywayMetricsAutoConfiguration() {}

  /** Calls. */
  @Bean
  @ConditionalOnMissingBean(name = "keywayCalls")
  public AuthObserver keywayCalls(
      ObjectProvider<ObservationRegistry> observations, ObjectProvider<MeterRegistry> meters) {
    ObservationRegistry registry = observations.getIfUnique();
    if (registry != null && !registry.isNoop()) {
      return MicrometerObservations.of(registry);
    }
    return MicrometerMetrics.ofCalls(meters.getIfUnique(CompositeMeterRegistry::new));
  }

  /** Requests. */
  @Bean
  @ConditionalOnMissingBean(name = "keywayRequests")
  public AuthObserver keywayRequests(ObjectProvider<MeterRegistry> meters) {
    return MicrometerMetrics.ofRequests(meters.getIfUnique(CompositeMeterRegistry::new));
  }
}
