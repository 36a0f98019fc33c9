package dev.keyway.providers.stackauth.rules;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.RenewalToken;
import dev.keyway.SessionTokens;
import dev.keyway.providers.stackauth.wire.SessionApi;
import jakarta.inject.Inject;
import java.util.regex.Pattern;

/**
 * Buys access tokens. Everything that is done for a signed-in user begins with this: it is the only
 * way to learn that the session still lives, as access tokens outlive it, and what comes back is
 * certain to belong to the renewal token.
 */
public final class Renewals {

  private static final Pattern FORM = Pattern.compile("[!-~]{1,512}");

  private final SessionApi api;

  @Inject
  public Renewals(SessionApi api) {
    this.api = api;
  }

  public SessionTokens renew(RenewalToken renewal) {
    String token = renewal.reveal();
    if (!FORM.matcher(token).matches()) {
      throw AuthException.of(
          ErrorCode.SESSION_NOT_FOUND, "The renewal token is not of a form that stack-auth issues");
    }
    return new SessionTokens(api.refresh(token).accessToken(), renewal);
  }
}
