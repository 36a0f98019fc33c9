package example;

import dev.keyway.AuthClient;
import dev.keyway.SecondFactorKind;
import dev.keyway.Session;
import dev.keyway.User;
import java.io.IOException;
import java.util.Optional;

/** Where everybody begins, what only those who are signed in see, and the way out. */
final class HomePages {
  private final AuthClient auth;
  private final SessionCookies sessions;

  HomePages(AuthClient auth, SessionCookies sessions) {
    this.auth = auth;
    this.sessions = sessions;
  }

  void addTo(Routes routes) {
    routes.get("/", this::start);
    routes.get("/home", this::home);
    routes.post("/sign-out", this::signOut);
  }

  private void start(WebRequest request) throws IOException {
    request.page(
        200,
        "Welcome",
        Html.of(
            "<h2>Sign in</h2>%s<h2>Sign in by mail</h2>%s%s<h2>Sign up</h2>%s",
            request.form("/password/sign-in", PasswordPages.fields("current-password", "Sign in")),
            request.form("/link/send", MailPages.address("Mail me a link")),
            request.form("/code/send", MailPages.address("Mail me a code")),
            request.form("/password/sign-up", PasswordPages.fields("new-password", "Sign up"))));
  }

  private void home(WebRequest request) throws IOException {
    Optional<Session> session = sessions.session(request);
    Optional<User> user = session.flatMap(s -> auth.users().find(s.userId()));
    if (user.isEmpty()) {
      request.redirect("/");
      return;
    }
    String name =
        user.get().primaryEmail().map(e -> e.address().value()).orElse(user.get().id().value());
    request.page(
        200,
        "Home",
        Html.of(
            "<p>You are signed in as <b>%s</b>.</p>%s%s",
            name,
            user.get().secondFactors().contains(SecondFactorKind.TOTP)
                ? Html.of("<p>Your sign-ins ask for a code of your authenticator app.</p>")
                : request.form("/totp/start", Html.of("<button>Add an authenticator app</button>")),
            request.form("/sign-out", Html.of("<button>Sign out</button>"))));
  }

  private void signOut(WebRequest request) throws IOException {
    sessions.tokens(request).ifPresent(auth.sessions()::signOut);
    sessions.drop(request);
    request.redirect("/");
  }
}
