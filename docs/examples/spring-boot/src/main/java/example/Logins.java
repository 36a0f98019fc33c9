package example;

import dev.keyway.AccessToken;
import dev.keyway.AuthClient;
import dev.keyway.ChallengeHandle;
import dev.keyway.RenewalToken;
import dev.keyway.SessionTokens;
import dev.keyway.SignInResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * What a browser's session holds: who is signed in, or how far a sign-in has come.
 *
 * <p>It ends by itself after 30 minutes without a request, and goes on when the provider's session
 * is revoked meanwhile. Where that must not be, ask {@code auth.sessions().authenticate}.
 */
@Component
class Logins {
  private static final String SECOND_FACTOR = "second-factor";
  private static final String ACCESS = "access";
  private static final String RENEWAL = "renewal";

  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();
  private final AuthClient auth;

  Logins(AuthClient auth) {
    this.auth = auth;
  }

  /** Where every way of signing in ends; gives the path to go on with. */
  String finish(SignInResult result, HttpServletRequest request, HttpServletResponse response) {
    if (result instanceof SignInResult.SignedIn in) {
      begin(in, request, response);
      return "/home";
    }
    if (result instanceof SignInResult.SecondFactorRequired more) {
      request.getSession().setAttribute(SECOND_FACTOR, more.handle().reveal());
      return "/second-factor";
    }
    return "/";
  }

  /** The session's id is a new one, so that nobody knows it who knew it before. */
  private void begin(
      SignInResult.SignedIn in, HttpServletRequest request, HttpServletResponse response) {
    request.getSession();
    request.changeSessionId();
    HttpSession session = request.getSession();
    session.removeAttribute(SECOND_FACTOR);
    session.setAttribute(ACCESS, in.tokens().access().reveal());
    session.setAttribute(RENEWAL, in.tokens().renewal().reveal());
    List<SimpleGrantedAuthority> authorities =
        in.session().factors().stream()
            .map(factor -> new SimpleGrantedAuthority("FACTOR_" + factor.kind()))
            .toList();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            in.user().id().value(), null, authorities));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }

  Optional<ChallengeHandle> secondFactor(HttpServletRequest request) {
    return Optional.ofNullable((String) request.getSession().getAttribute(SECOND_FACTOR))
        .map(ChallengeHandle::of);
  }

  /** Ends the session at the provider too. */
  void end(HttpServletRequest request) {
    HttpSession session = request.getSession();
    AccessToken access = AccessToken.of((String) session.getAttribute(ACCESS));
    RenewalToken renewal = RenewalToken.of((String) session.getAttribute(RENEWAL));
    session.invalidate();
    SecurityContextHolder.clearContext();
    auth.sessions().signOut(new SessionTokens(access, renewal));
  }
}
