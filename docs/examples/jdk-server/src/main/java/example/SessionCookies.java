package example;

import dev.keyway.AccessToken;
import dev.keyway.AuthClient;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.RenewalToken;
import dev.keyway.Session;
import dev.keyway.SessionTokens;
import dev.keyway.SignInResult;
import java.io.IOException;
import java.util.Optional;

/** The session of a browser, kept in two cookies that scripts can't read. */
final class SessionCookies {
  /** The cookie that holds an unfinished sign-in. */
  static final String SECOND_FACTOR = "second-factor";

  private static final String ACCESS = "access";
  private static final String RENEWAL = "renewal";

  private final AuthClient auth;

  SessionCookies(AuthClient auth) {
    this.auth = auth;
  }

  /** Where every way of signing in ends. */
  void finish(WebRequest request, SignInResult result) throws IOException {
    if (result instanceof SignInResult.SignedIn in) {
      keep(request, in.tokens());
      request.redirect("/home");
    } else if (result instanceof SignInResult.SecondFactorRequired more) {
      request.setCookie(SECOND_FACTOR, more.handle().reveal());
      request.redirect("/second-factor");
    } else {
      request.page(403, "Please sign in another way", Html.of("<p><a href='/'>Sign in</a></p>"));
    }
  }

  void keep(WebRequest request, SessionTokens tokens) {
    request.setCookie(ACCESS, tokens.access().reveal());
    request.setCookie(RENEWAL, tokens.renewal().reveal());
  }

  void drop(WebRequest request) {
    request.dropCookie(ACCESS);
    request.dropCookie(RENEWAL);
  }

  /** Both tokens as the browser sent them, for calls on the user's behalf. */
  Optional<SessionTokens> tokens(WebRequest request) {
    return request
        .cookie(ACCESS)
        .flatMap(access -> request.cookie(RENEWAL).map(renewal -> tokens(access, renewal)));
  }

  private static SessionTokens tokens(String access, String renewal) {
    return new SessionTokens(AccessToken.of(access), RenewalToken.of(renewal));
  }

  /** Whose request this is; renews the access token when it has expired. */
  Optional<Session> session(WebRequest request) {
    return tokens(request).flatMap(tokens -> session(request, tokens));
  }

  private Optional<Session> session(WebRequest request, SessionTokens tokens) {
    try {
      return Optional.of(auth.sessions().verify(tokens.access()));
    } catch (AuthException e) {
      return e.code() == ErrorCode.TOKEN_EXPIRED ? renewed(request, tokens) : nobody(e);
    }
  }

  private Optional<Session> renewed(WebRequest request, SessionTokens old) {
    try {
      SessionTokens tokens = auth.sessions().refresh(old.renewal());
      keep(request, tokens);
      return Optional.of(auth.sessions().verify(tokens.access()));
    } catch (AuthException e) {
      return nobody(e);
    }
  }

  /** Nobody is signed in with bad tokens; but an outage must not sign everybody out. */
  private static Optional<Session> nobody(AuthException e) {
    return switch (e.code().kind()) {
      case EVIDENCE, ACCOUNT -> Optional.empty();
      default -> throw e;
    };
  }
}
