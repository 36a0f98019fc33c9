package dev.keyway;

import java.io.Serializable;

/**
 * The two tokens of a session. Store the newest pair: a call that answers with tokens replaces the
 * ones it was given.
 *
 * @param access proves the session for a few minutes, without a call to the provider
 * @param renewal buys new access tokens for as long as the session lives
 */
public record SessionTokens(AccessToken access, RenewalToken renewal) implements Serializable {

  /** Both are required. */
  public SessionTokens {
    Arguments.notNull(access, "access");
    Arguments.notNull(renewal, "renewal");
  }
}
