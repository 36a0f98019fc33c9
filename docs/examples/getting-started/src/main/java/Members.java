import dev.keyway.*;

/** What the application does with users. Which provider has them is the client's affair. */
final class Members {

  private final AuthClient auth;

  Members(AuthClient auth) {
    this.auth = auth;
  }

  String join(String email, String password) {
    SignInResult result = auth.passwords().signUp(EmailAddress.of(email), Secret.of(password));
    return result.orElseThrow().user().id().value();
  }

  /** Returns the id of the user who signed in, read from a verified access token. */
  String signIn(String email, String password) {
    SignInResult result = auth.passwords().signIn(EmailAddress.of(email), Secret.of(password));
    SessionTokens tokens = result.orElseThrow().tokens();
    return auth.sessions().verify(tokens.access()).userId().value();
  }
}
