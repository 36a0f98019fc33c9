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
      case INVALID_ARGUMENT -> request.page(400, "Please check what you typed.", back(request));
      case ACCOUNT_ALREADY_EXISTS ->
          request.page(409, "There is an account with this address. Please sign in.", BACK);
      case PASSWORD_TOO_WEAK, PASSWORD_BREACHED ->
          request.page(400, "Please choose a better password.", BACK);
      default -> showKind(request, failure);
    }
  }

  /** After a wrong code the attempt goes on: there is a way back to its form. */
  private static Html back(WebRequest request) {
    return switch (request.path()) {
      case "/code/verify" -> again("/code");
      case "/second-factor/app", "/second-factor/recovery" -> again("/second-factor");
      default -> BACK;
    };
  }

  private static Html again(String form) {
    return Html.of("<p><a href='%s'>Try another code</a></p>%s", form, BACK);
  }

  private static void showKind(WebRequest request, AuthException failure) throws IOException {
    switch (failure.code().kind()) {
      case EVIDENCE -> request.page(401, "That did not work. Please try again.", back(request));
      case ACCOUNT -> request.page(409, "Your account does not allow that.", BACK);
      case SERVICE -> request.page(503, "Please try again in a moment.", BACK);
      default -> request.page(500, "This is our mistake.", BACK);
    }
  }
}
