package example;

import dev.keyway.AuthException;
import java.io.IOException;

/** What a person gets to see. The log gets the exception, which holds no secret. */
final class Failures {
  private static final Html BACK = Html.of("<p><a href='/'>Start again</a></p>");

  private Failures() {}

  static void show(WebRequest request, AuthException failure) throws IOException {
    System.getLogger("example").log(System.Logger.Level.INFO, "A call failed", failure);
    switch (failure.code()) {
      case RATE_LIMITED, TOO_MANY_ATTEMPTS, ACCOUNT_LOCKED ->
          request.page(429, "Too many attempts. Please wait a while.", BACK);
      case INVALID_ARGUMENT -> request.page(400, "Please check what you typed.", BACK);
      case PASSWORD_TOO_WEAK, PASSWORD_BREACHED ->
          request.page(400, "Please choose a better password.", BACK);
      default -> showKind(request, failure);
    }
  }

  private static void showKind(WebRequest request, AuthException failure) throws IOException {
    switch (failure.code().kind()) {
      case EVIDENCE -> request.page(401, "That did not work. Please try again.", BACK);
      case ACCOUNT -> request.page(409, "Your account does not allow that.", BACK);
      case SERVICE -> request.page(503, "Please try again in a moment.", BACK);
      default -> request.page(500, "This is our mistake.", BACK);
    }
  }
}
