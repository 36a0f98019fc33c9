package example;

import dev.keyway.AuthClient;
import dev.keyway.CallbackOptions;
import dev.keyway.Capability;
import dev.keyway.Challenge;
import dev.keyway.ChallengeHandle;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.OneTimeCode;
import dev.keyway.SignInResult;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Sign-in by a mailed link or a mailed code. */
final class MailPages {
  private static final String FLOW = "mail";

  private final AuthClient auth;
  private final SessionCookies sessions;

  MailPages(AuthClient auth, SessionCookies sessions) {
    this.auth = auth;
    this.sessions = sessions;
  }

  void addTo(Routes routes) {
    routes.post("/link/send", this::sendLink);
    routes.get("/link/callback", this::callback);
    routes.post("/code/send", this::sendCode);
    routes.get("/code", this::codeForm);
    routes.post("/code/verify", this::verify);
  }

  static Html email() {
    return Html.of(
        "<label>E-mail <input type='email' name='email' autocomplete='email' required></label> ");
  }

  static Html address(String button) {
    return Html.of("%s<button>%s</button>", email(), button);
  }

  private void sendLink(WebRequest request) throws IOException {
    DeliveryOptions options =
        DeliveryOptions.builder()
            .boundToBrowser(auth.supports(Capability.DELIVERY_BOUND_TO_BROWSER))
            .build();
    Challenge challenge =
        auth.magicLinks()
            .send(EmailAddress.of(request.field("email")), callbackOf(request), options);
    request.setCookie(FLOW, challenge.handle().reveal());
    request.page(
        200,
        "Please read your mail",
        Html.of("<p>Follow the link that we mailed you, in this browser.</p>"));
  }

  /**
   * Takes links only in the browser that asked for them: otherwise somebody could mail a link of
   * their own to others, who would then be signed in to the wrong account.
   */
  private void callback(WebRequest request) throws IOException {
    Optional<ChallengeHandle> handle = request.cookie(FLOW).map(ChallengeHandle::of);
    if (handle.isEmpty()) {
      elsewhere(request);
      return;
    }
    CallbackOptions options = CallbackOptions.builder().handle(handle.get()).build();
    SignInResult result = auth.magicLinks().authenticate(request.uri(), options);
    request.dropCookie(FLOW);
    sessions.finish(request, result);
  }

  /** The callback is for Stack Auth, whose mails hold a link beside the code. */
  private void sendCode(WebRequest request) throws IOException {
    DeliveryOptions options = DeliveryOptions.builder().callback(callbackOf(request)).build();
    Challenge challenge = auth.otps().sendEmail(EmailAddress.of(request.field("email")), options);
    request.setCookie(FLOW, challenge.handle().reveal());
    request.redirect("/code");
  }

  private void codeForm(WebRequest request) throws IOException {
    request.page(
        200,
        "Please type the code that we mailed you",
        request.form("/code/verify", SecondFactorPages.code("Sign in")));
  }

  private void verify(WebRequest request) throws IOException {
    Optional<ChallengeHandle> handle = request.cookie(FLOW).map(ChallengeHandle::of);
    if (handle.isEmpty()) {
      elsewhere(request);
      return;
    }
    SignInResult result = auth.otps().verify(handle.get(), OneTimeCode.of(request.field("code")));
    request.dropCookie(FLOW);
    sessions.finish(request, result);
  }

  private static URI callbackOf(WebRequest request) {
    return request.site().resolve("/link/callback");
  }

  private static void elsewhere(WebRequest request) throws IOException {
    request.page(400, "Please begin in this browser", Html.of("<p><a href='/'>Sign in</a></p>"));
  }
}
