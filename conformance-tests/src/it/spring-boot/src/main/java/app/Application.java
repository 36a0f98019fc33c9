package app;

import dev.keyway.Session;
import dev.keyway.providers.spring.security.KeywayBearerTokens;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
public class Application {

  public static void main(String[] arguments) {
    SpringApplication.run(Application.class, arguments);
  }

  @Bean
  SecurityFilterChain api(HttpSecurity http, KeywayBearerTokens keyway) throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/totp")
                    .hasAuthority("FACTOR_TOTP")
                    .requestMatchers("/password")
                    .hasAuthority("FACTOR_PASSWORD")
                    .anyRequest()
                    .authenticated())
        .oauth2ResourceServer(keyway::configure)
        .build();
  }

  @RestController
  static class Pages {

    @GetMapping({"/me", "/password", "/totp"})
    String me(@AuthenticationPrincipal Session session) {
      return session.userId().value();
    }

    @PostMapping("/me")
    String change(@AuthenticationPrincipal Session session) {
      return session.userId().value();
    }
  }
}
