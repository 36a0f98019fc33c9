package dev.keyway.providers.spring.security;

import dev.keyway.AuthClient;
import dev.keyway.VerifyOptions;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;

/**
 * Makes a filter chain accept Keyway's access tokens as bearer tokens (RFC 6750). A bean of Spring
 * Boot, where there is an {@link AuthClient}:
 *
 * <pre>{@code
 * @Bean
 * SecurityFilterChain api(HttpSecurity http, KeywayBearerTokens keyway) throws Exception {
 *   return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
 *       .oauth2ResourceServer(keyway::configure)
 *       .build();
 * }
 * }</pre>
 *
 * <p>A request with a good token has a {@link KeywayAuthentication}: the session is its principal
 * ({@code @AuthenticationPrincipal Session session}), the session's factors are its authorities. A
 * bad token is answered with 401 and {@code WWW-Authenticate: Bearer error="invalid_token"}, no
 * token where one is needed with 401 and {@code Bearer}, a lack of authority with 403 and {@code
 * insufficient_scope}, and 503 says that the provider's keys are not known and can't be fetched.
 *
 * <p>Tokens are checked on this machine ({@link dev.keyway.Sessions#verify}), so that one of a
 * revoked session passes until it expires. Spring Security does not ask requests with a bearer
 * token for one against forgery, as no browser adds it by itself: so take tokens from the header,
 * and never from a cookie, with this.
 */
// No Customizer: Spring Security 7 applies beans of that type to every chain by itself.
public final class KeywayBearerTokens {

  private final AuthenticationManager manager;
  private final AuthClient client;

  private KeywayBearerTokens(AuthClient client, VerifyOptions options) {
    this.client = client;
    this.manager = new TokenVerifier(client, options);
  }

  /** Tokens that the client accepts, with the defaults of {@link VerifyOptions}. */
  public static KeywayBearerTokens of(AuthClient client) {
    return new KeywayBearerTokens(client, VerifyOptions.defaults());
  }

  /** The same with other options, such as the greatest age of a token. */
  public KeywayBearerTokens with(VerifyOptions options) {
    return new KeywayBearerTokens(client, options);
  }

  /** What {@link HttpSecurity#oauth2ResourceServer} is given. */
  public void configure(OAuth2ResourceServerConfigurer<HttpSecurity> server) {
    server
        .authenticationManagerResolver(request -> manager)
        .authenticationEntryPoint(new BearerEntryPoint())
        .accessDeniedHandler(new BearerAccessDenied());
  }
}
