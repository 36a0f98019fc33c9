package dev.keyway;

import java.util.List;

/**
 * Signing in with a passkey (WebAuthn).
 *
 * @see AuthClient#passkeys()
 */
public interface Passkeys {

  /**
   * Begins to register a passkey for a signed-in user.
   *
   * <p>Needs {@link Capability#PASSKEY}.
   *
   * @param session the signed-in user's tokens
   * @param options what else
   * @return options for the browser's {@code navigator.credentials.create}
   */
  PasskeyCeremony startRegistration(SessionTokens session, PasskeyOptions options);

  /** {@link #startRegistration(SessionTokens, PasskeyOptions)} with nothing set. */
  default PasskeyCeremony startRegistration(SessionTokens session) {
    return startRegistration(session, PasskeyOptions.defaults());
  }

  /**
   * Finishes a registration.
   *
   * <p>Fails with {@link ErrorCode#PASSKEY_REFUSED} when the credential does not verify, {@link
   * ErrorCode#FACTOR_ALREADY_ENROLLED} when it is registered, {@link ErrorCode#CHALLENGE_INVALID},
   * {@link ErrorCode#CHALLENGE_EXPIRED}, {@link ErrorCode#INVALID_ARGUMENT} for malformed JSON.
   *
   * <p>Needs {@link Capability#PASSKEY}.
   *
   * @param session the signed-in user's tokens
   * @param handle of {@link #startRegistration}
   * @param credentialJson what the browser's {@code credential.toJSON()} gave, as text
   * @param options what else
   * @return the passkey
   */
  Passkey finishRegistration(
      SessionTokens session, ChallengeHandle handle, String credentialJson, CallOptions options);

  /**
   * {@link #finishRegistration(SessionTokens, ChallengeHandle, String, CallOptions)} with nothing
   * set.
   */
  default Passkey finishRegistration(
      SessionTokens session, ChallengeHandle handle, String credentialJson) {
    return finishRegistration(session, handle, credentialJson, CallOptions.defaults());
  }

  /**
   * Begins a sign-in, of a named user ({@link PasskeyOptions#user()}) or of whomever the
   * authenticator knows.
   *
   * <p>Needs {@link Capability#PASSKEY}.
   *
   * @param options what else
   * @return options for the browser's {@code navigator.credentials.get}
   */
  PasskeyCeremony startSignIn(PasskeyOptions options);

  /** {@link #startSignIn(PasskeyOptions)} with nothing set. */
  default PasskeyCeremony startSignIn() {
    return startSignIn(PasskeyOptions.defaults());
  }

  /**
   * Finishes a sign-in.
   *
   * <p>Fails with {@link ErrorCode#PASSKEY_REFUSED} when the passkey is unknown or does not verify,
   * {@link ErrorCode#CHALLENGE_INVALID}, {@link ErrorCode#CHALLENGE_EXPIRED}, {@link
   * ErrorCode#INVALID_ARGUMENT} for malformed JSON.
   *
   * <p>Needs {@link Capability#PASSKEY}.
   *
   * @param handle of {@link #startSignIn}
   * @param credentialJson what the browser's {@code credential.toJSON()} gave, as text
   * @param options what else
   * @return a session, or the demand for a second factor
   */
  SignInResult finishSignIn(ChallengeHandle handle, String credentialJson, SignInOptions options);

  /** {@link #finishSignIn(ChallengeHandle, String, SignInOptions)} with nothing set. */
  default SignInResult finishSignIn(ChallengeHandle handle, String credentialJson) {
    return finishSignIn(handle, credentialJson, SignInOptions.defaults());
  }

  /**
   * The passkeys of a user.
   *
   * <p>Needs {@link Capability#PASSKEY}.
   *
   * @param user whose
   * @param options what else
   * @return oldest first
   */
  List<Passkey> list(UserId user, CallOptions options);

  /** {@link #list(UserId, CallOptions)} with nothing set. */
  default List<Passkey> list(UserId user) {
    return list(user, CallOptions.defaults());
  }

  /**
   * Gives a passkey a name. Fails with {@link ErrorCode#FACTOR_NOT_ENROLLED} when the user has no
   * such passkey.
   *
   * <p>Needs {@link Capability#PASSKEY_RENAME}.
   *
   * @param user whose
   * @param passkey which
   * @param name at most 256 characters
   * @param options what else
   * @return the passkey with its new name
   */
  Passkey rename(UserId user, PasskeyId passkey, String name, CallOptions options);

  /** {@link #rename(UserId, PasskeyId, String, CallOptions)} with nothing set. */
  default Passkey rename(UserId user, PasskeyId passkey, String name) {
    return rename(user, passkey, name, CallOptions.defaults());
  }

  /**
   * Takes a passkey off a user. Fails with {@link ErrorCode#FACTOR_NOT_ENROLLED} when the user has
   * no such passkey.
   *
   * <p>Needs {@link Capability#PASSKEY}.
   *
   * @param user whose
   * @param passkey which
   * @param options what else
   */
  void delete(UserId user, PasskeyId passkey, CallOptions options);

  /** {@link #delete(UserId, PasskeyId, CallOptions)} with nothing set. */
  default void delete(UserId user, PasskeyId passkey) {
    delete(user, passkey, CallOptions.defaults());
  }
}
