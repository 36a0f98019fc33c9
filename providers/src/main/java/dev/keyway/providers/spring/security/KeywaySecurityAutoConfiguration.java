package dev.keyway.providers.spring.security;

import dev.keyway.AuthClient;
import dev.keyway.providers.spring.KeywayAutoConfiguration;
import jakarta.servlet.Filter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;

/** A {@link KeywayBearerTokens} where there is an {@link AuthClient}; it secures nothing itself. */
@AutoConfiguration(after = KeywayAutoConfiguration.class)
@ConditionalOnClass({Filter.class, HttpSecurity.class, BearerTokenAuthenticationFilter.class})
public class KeywaySecurityAutoConfiguration {

  /** For Spring. */
  public KeywaySecurityAutoConfiguration() {}

  /** For filter chains to use. */
  @Bean
  @ConditionalOnBean(AuthClient.class)
  @ConditionalOnMissingBean
  public KeywayBearerTokens keywayBearerTokens(AuthClient client) {
    return KeywayBearerTokens.of(client);
  }
}
