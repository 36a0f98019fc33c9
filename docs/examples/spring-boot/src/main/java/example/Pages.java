package example;

import dev.keyway.AuthClient;
import dev.keyway.AuthException;
import dev.keyway.ChallengeHandle;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.OneTimeCode;
import dev.keyway.Secret;
import dev.keyway.User;
import dev.keyway.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.security.Principal;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The pages. A real application has templates for them, which escape by themselves. */
@RestController
class Pages {
  private static final String ACCOUNT =
      "<input type='email' name='email' required><input type='password' name='password' required>";

  private static final Logger log = LoggerFactory.getLogger(Pages.class);

  private final AuthClient auth;
  private final Logins logins;

  Pages(AuthClient auth, Logins logins) {
    this.auth = auth;
    this.logins = logins;
  }

  @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
  String start(CsrfToken token) {
    return form("/sign-in", token, ACCOUNT) + form("/sign-up", token, ACCOUNT);
  }

  @PostMapping("/sign-up")
  ResponseEntity<String> signUp(
      @RequestParam String email,
      @RequestParam String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    return to(
        logins.finish(
            auth.passwords().signUp(EmailAddress.of(email), Secret.of(password)),
            request,
            response));
  }

  @PostMapping("/sign-in")
  ResponseEntity<String> signIn(
      @RequestParam String email,
      @RequestParam String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    return to(
        logins.finish(
            auth.passwords().signIn(EmailAddress.of(email), Secret.of(password)),
            request,
            response));
  }

  @GetMapping(path = "/second-factor", produces = MediaType.TEXT_HTML_VALUE)
  String secondFactor(CsrfToken token) {
    return form("/second-factor", token, "<input name='code' required>");
  }

  @PostMapping("/second-factor")
  ResponseEntity<String> complete(
      @RequestParam String code, HttpServletRequest request, HttpServletResponse response) {
    Optional<ChallengeHandle> handle = logins.secondFactor(request);
    return to(
        handle.isEmpty()
            ? "/"
            : logins.finish(
                auth.secondFactor().completeWithTotp(handle.get(), OneTimeCode.of(code)),
                request,
                response));
  }

  @GetMapping(path = "/home", produces = MediaType.TEXT_HTML_VALUE)
  String home(Principal principal, CsrfToken token) {
    User user = auth.users().find(UserId.of(principal.getName())).orElseThrow();
    String name = user.primaryEmail().map(e -> e.address().value()).orElse(user.id().value());
    return "<p>You are signed in as <b>"
        + HtmlUtils.htmlEscape(name)
        + "</b>.</p>"
        + form("/sign-out", token, "");
  }

  @PostMapping("/sign-out")
  ResponseEntity<String> signOut(HttpServletRequest request) {
    logins.end(request);
    return to("/");
  }

  /** Users see what they can do about it; the log has the code and what the provider said. */
  @ExceptionHandler
  ResponseEntity<String> failed(AuthException failure) {
    log.warn("{} {}", failure, failure.providerError().map(Object::toString).orElse(""));
    HttpStatus status =
        switch (failure.code().kind()) {
          case EVIDENCE -> HttpStatus.UNAUTHORIZED;
          case ACCOUNT -> HttpStatus.CONFLICT;
          case PROJECT, SERVICE -> HttpStatus.SERVICE_UNAVAILABLE;
          default -> HttpStatus.BAD_REQUEST;
        };
    return ResponseEntity.status(status)
        .contentType(MediaType.TEXT_HTML)
        .body("<p>" + advice(failure.code()) + " <a href='/'>Start again</a></p>");
  }

  private static String advice(ErrorCode code) {
    return switch (code) {
      case ACCOUNT_ALREADY_EXISTS -> "There is an account with this address already: sign in.";
      case INVALID_CREDENTIALS -> "The address or the password is wrong.";
      case PASSWORD_TOO_WEAK, PASSWORD_BREACHED -> "Choose another password.";
      case RATE_LIMITED -> "Too many attempts. Try again later.";
      default ->
          switch (code.kind()) {
            case EVIDENCE -> "That was wrong, or it has expired.";
            case ACCOUNT -> "This account does not allow that.";
            case PROJECT, SERVICE -> "Signing in does not work at the moment. Try again later.";
            default -> "That is not a valid entry.";
          };
    };
  }

  private static ResponseEntity<String> to(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }

  private static String form(String path, CsrfToken token, String fields) {
    return "<form method='post' action='%s'><input type='hidden' name='%s' value='%s'>%s<button>%s</button></form>"
        .formatted(path, token.getParameterName(), token.getToken(), fields, path.substring(1));
  }
}
