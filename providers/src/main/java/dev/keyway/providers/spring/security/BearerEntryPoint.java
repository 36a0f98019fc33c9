package dev.keyway.providers.spring.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;

/** RFC 6750's answers, and 503 for what is not the caller's fault. */
final class BearerEntryPoint implements AuthenticationEntryPoint {

  private final BearerTokenAuthenticationEntryPoint standard =
      new BearerTokenAuthenticationEntryPoint();

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
    if (why instanceof ProviderUnavailableException) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    } else {
      standard.commence(request, response, why);
    }
  }
}
