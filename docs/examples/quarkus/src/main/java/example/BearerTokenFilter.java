package example;

import dev.keyway.AccessToken;
import dev.keyway.AuthClient;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.Session;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Checks the access token of a request (RFC 6750), and leaves the session to the resource. */
@Provider
@SignedIn
public class BearerTokenFilter implements ContainerRequestFilter {

  static final String SESSION = "keyway.session";
  private static final String SCHEME = "bearer ";

  @Inject AuthClient auth;

  @Override
  public void filter(ContainerRequestContext request) {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      request.abortWith(unauthorized("Bearer"));
      return;
    }
    try {
      AccessToken token = AccessToken.of(header.substring(SCHEME.length()).strip());
      Session session = auth.sessions().verify(token);
      request.setProperty(SESSION, session);
    } catch (AuthException e) {
      boolean callersFault =
          e.code().kind() == ErrorCode.Kind.EVIDENCE
              || e.code().kind() == ErrorCode.Kind.ACCOUNT
              || e.code() == ErrorCode.INVALID_ARGUMENT;
      request.abortWith(
          callersFault
              ? unauthorized("Bearer error=\"invalid_token\"")
              : Response.status(Response.Status.SERVICE_UNAVAILABLE).build());
    }
  }

  private static Response unauthorized(String challenge) {
    return Response.status(Response.Status.UNAUTHORIZED)
        .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
        .build();
  }
}
