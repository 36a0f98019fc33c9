package example;

import dev.keyway.AuthClient;
import dev.keyway.ChallengeHandle;
import dev.keyway.OneTimeCode;
import dev.keyway.SessionTokens;
import dev.keyway.TotpEnrolment;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;

/** A signed-in person adds an authenticator app. */
final class TotpPages {
  private static final String FLOW = "totp";

  private final AuthClient auth;
  private final SessionCookies sessions;

  TotpPages(AuthClient auth, SessionCookies sessions) {
    this.auth = auth;
    this.sessions = sessions;
  }

  void addTo(Routes routes) {
    routes.post("/totp/start", this::start);
    routes.post("/totp/finish", this::finish);
  }

  private void start(WebRequest request) throws IOException {
    Optional<SessionTokens> tokens = current(request);
    if (tokens.isEmpty()) {
      request.redirect("/");
      return;
    }
    TotpEnrolment enrolment = auth.totp().startEnrolment(tokens.get());
    request.setCookie(FLOW, enrolment.handle().reveal());
    request.page(
        200,
        "Scan this with your app",
        Html.of(
            "<img alt='QR code' src='data:image/png;base64,%s'>"
                + "<p>Or type this key: <code id='key'>%s</code></p>%s%s",
            Base64.getEncoder().encodeToString(enrolment.qrCodePng().bytes()),
            enrolment.key().reveal(),
            recoveryCodes(enrolment),
            request.form("/totp/finish", SecondFactorPages.code("Confirm"))));
  }

  /** Not every provider has them. */
  private static Html recoveryCodes(TotpEnrolment enrolment) {
    return enrolment.recoveryCodes().isEmpty()
        ? Html.of("")
        : Html.of(
            "<p>Keep these codes, for the day that you lose your phone:"
                + " <code id='recovery'>%s</code></p>",
            enrolment.recoveryCodes().stream()
                .map(OneTimeCode::reveal)
                .collect(Collectors.joining(" ")));
  }

  private void finish(WebRequest request) throws IOException {
    Optional<SessionTokens> tokens = current(request);
    Optional<ChallengeHandle> handle = request.cookie(FLOW).map(ChallengeHandle::of);
    if (tokens.isEmpty() || handle.isEmpty()) {
      request.redirect("/");
      return;
    }
    OneTimeCode code = OneTimeCode.of(request.field("code"));
    sessions.keep(request, auth.totp().finishEnrolment(tokens.get(), handle.get(), code));
    request.dropCookie(FLOW);
    request.page(
        200, "From now on we will ask for a code", Html.of("<p><a href='/home'>Home</a></p>"));
  }

  /** The tokens, renewed when it was time. */
  private Optional<SessionTokens> current(WebRequest request) {
    return sessions.session(request).flatMap(session -> sessions.tokens(request));
  }
}
