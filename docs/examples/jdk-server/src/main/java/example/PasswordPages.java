package example;

import dev.keyway.AuthClient;
import dev.keyway.EmailAddress;
import dev.keyway.Secret;
import java.io.IOException;

/** Sign-up and sign-in with a password. */
final class PasswordPages {
  private final AuthClient auth;
  private final SessionCookies sessions;

  PasswordPages(AuthClient auth, SessionCookies sessions) {
    this.auth = auth;
    this.sessions = sessions;
  }

  void addTo(Routes routes) {
    routes.post("/password/sign-up", this::signUp);
    routes.post("/password/sign-in", this::signIn);
  }

  static Html fields(String autocomplete, String button) {
    return Html.of(
        "%s<label>Password <input type='password' name='password' autocomplete='%s' required>"
            + "</label> <button>%s</button>",
        MailPages.email(), autocomplete, button);
  }

  private void signUp(WebRequest request) throws IOException {
    sessions.finish(request, auth.passwords().signUp(email(request), password(request)));
  }

  private void signIn(WebRequest request) throws IOException {
    sessions.finish(request, auth.passwords().signIn(email(request), password(request)));
  }

  private static EmailAddress email(WebRequest request) {
    return EmailAddress.of(request.field("email"));
  }

  private static Secret password(WebRequest request) {
    return Secret.of(request.field("password"));
  }
}
