package dev.keyway.providers.spring.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * RFC 6750's answer to a good token without the authority that is asked for. Spring Security's own
 * handler names the error for its own kinds of tokens only.
 */
final class BearerAccessDenied implements AccessDeniedHandler {

  private final BearerTokenAccessDeniedHandler standard = new BearerTokenAccessDeniedHandler();

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why) {

    if (request.getUserPrincipal() instanceof KeywayAuthentication) {
      response.addHeader(
          "WWW-Authenticate",
          "Bearer error=\"insufficient_scope\","
              + " error_description=\"The request needs an authority that the token does not"
              + " have\"");
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    } else {
      standard.handle(request, response, why);
    }
  }
}
