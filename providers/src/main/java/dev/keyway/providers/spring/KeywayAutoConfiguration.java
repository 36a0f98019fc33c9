package dev.keyway.providers.spring;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.AuthObserver;
import java.time.Clock;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * The beans of Spring Boot: an {@link AuthConfig} where {@code keyway.provider} is set, and an
 * {@link AuthClient} where there is an {@code AuthConfig}. Either one of the application's own
 * takes the place of these. Nothing is sent at the start.
 *
 * <p>The client reports to every {@link AuthObserver} bean, in their order, is changed by every
 * {@link AuthClientCustomizer}, and judges tokens and handles by the {@link Clock} that is named
 * {@value #CLOCK}, if there is one; any other clock of the application is left alone.
 */
@AutoConfiguration
public class KeywayAutoConfiguration {

  /** The name of the bean that is the client's clock. */
  public static final String CLOCK = "keywayClock";

  /** For Spring. */
  public KeywayAutoConfiguration() {}

  /**
   * The settings {@code keyway.*} of the environment, in all the spellings that Spring Boot knows.
   */
  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnProperty("keyway.provider")
  public AuthConfig keywayConfig(Environment environment) {
    return new EnvironmentSettings(environment).config();
  }

  /** The client; the context closes it. */
  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnBean(AuthConfig.class)
  public AuthClient keywayClient(
      AuthConfig config,
      ObjectProvider<AuthObserver> observers,
      ObjectProvider<AuthClientCustomizer> customizers,
      BeanFactory beans) {
    AuthClient.Builder builder = AuthClient.builder(config);
    if (beans.containsBean(CLOCK)) {
      builder.clock(beans.getBean(CLOCK, Clock.class));
    }
    observers.orderedStream().forEach(builder::observer);
    customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
    return builder.build();
  }
}
