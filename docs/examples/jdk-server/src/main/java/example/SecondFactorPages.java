package example;

import dev.keyway.AuthClient;
import dev.keyway.Capability;
import dev.keyway.ChallengeHandle;
import dev.keyway.OneTimeCode;
import dev.keyway.SignInResult;
import java.io.IOException;
import java.util.Optional;

/** The second half of a sign-in: a code of the authenticator app, or a recovery code. */
final class SecondFactorPages {
  private final AuthClient auth;
  private final SessionCookies sessions;

  SecondFactorPages(AuthClient auth, SessionCookies sessions) {
    this.auth = auth;
    this.sessions = sessions;
  }

  void addTo(Routes routes) {
    routes.get("/second-factor", this::form);
    routes.post(
        "/second-factor/app",
        request -> complete(request, (h, code) -> auth.secondFactor().completeWithTotp(h, code)));
    routes.post(
        "/second-factor/recovery",
        request ->
            complete(request, (h, code) -> auth.secondFactor().completeWithRecoveryCode(h, code)));
  }

  static Html code(String button) {
    return Html.of(
        "<label>Code <input name='code' autocomplete='one-time-code' required></label>"
            + " <button>%s</button>",
        button);
  }

  private void form(WebRequest request) throws IOException {
    Html app = request.form("/second-factor/app", code("Go on"));
    Html recovery =
        auth.supports(Capability.SECOND_FACTOR_RECOVERY_CODE)
            ? Html.of(
                "<h2>Without the app</h2><p>Type a recovery code.</p>%s",
                request.form("/second-factor/recovery", code("Go on")))
            : Html.of("");
    request.page(
        200, "One more step", Html.of("<p>Type the code of your app.</p>%s%s", app, recovery));
  }

  private interface Completion {
    SignInResult.SignedIn with(ChallengeHandle handle, OneTimeCode code);
  }

  /** A wrong code leaves the cookie, as the attempt goes on. */
  private void complete(WebRequest request, Completion completion) throws IOException {
    Optional<ChallengeHandle> handle =
        request.cookie(SessionCookies.SECOND_FACTOR).map(ChallengeHandle::of);
    if (handle.isEmpty()) {
      request.redirect("/");
      return;
    }
    SignInResult.SignedIn in = completion.with(handle.get(), OneTimeCode.of(request.field("code")));
    request.dropCookie(SessionCookies.SECOND_FACTOR);
    sessions.finish(request, in);
  }
}
