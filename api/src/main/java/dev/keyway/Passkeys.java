package dev.keyway;

import java.util.List;

/**
 * Signing in with a passkey (WebAuthn).
 *
 * <p>The relying party is the provider: it keeps the public keys and verifies each answer. Here,
 * before anything is sent, only that is checked which shows in the JSON: its form, and that type
 * and challenge of the client data are those of the ceremony that the handle holds. This is what an
 * accepted passkey tells, as far as the providers document it, and what it does not:
 *
 * <ul>
 *   <li><strong>Checked by the provider</strong>: the origin, the relying party's domain, that a
 *       user was present, that the credential is registered, and its signature (<a
 *       href="https://www.w3.org/TR/webauthn-3/#sctn-registering-a-new-credential">section 7.1</a>
 *       and <a href="https://www.w3.org/TR/webauthn-3/#sctn-verifying-assertion">7.2</a>).
 *   <li><strong>Attestation</strong> is passed on and not judged here, and there is no option for
 *       it: count on any make of authenticator, also one in software (<a
 *       href="https://www.w3.org/TR/webauthn-3/#sctn-attestation">section 6.5</a>). Stack Auth asks
 *       for {@code none}.
 *   <li><strong>User verification</strong> is preferred, not required: whoever holds an unlocked
 *       device may pass without PIN or biometrics, and the flag is not looked at here (<a
 *       href="https://www.w3.org/TR/webauthn-3/#enum-userVerificationRequirement">section
 *       5.8.6</a>). A passkey is therefore one factor, and an enrolled second one is asked for.
 *   <li><strong>Signature counters</strong> are the provider's to compare, and not every provider
 *       says whether it does. One that did not grow is {@link ErrorCode#PASSKEY_REFUSED} where it
 *       is noticed; most synchronised passkeys always say zero (<a
 *       href="https://www.w3.org/TR/webauthn-3/#sctn-sign-counter">section 6.1.1</a>).
 *   <li><strong>Algorithms</strong> are those of the provider's options, which reach the browser as
 *       they are (<a
 *       href="https://www.w3.org/TR/webauthn-3/#dom-publickeycredentialcreationoptions-pubkeycredparams">section
 *       5.4</a>): EdDSA, ES256 and RS256 at Stack Auth.
 *   <li><strong>Not reported</strong> are backup state, transports and extension results.
 * </ul>
 *
 * @see AuthClient#passkeys()
 * @see <a href="https://www.w3.org/TR/webauthn-3/">Web Authentication Level 3</a>
 */
public interface Passkeys {

  /**
   * Begins to register a passkey for a signed-in user.
   *
   * <p>Providers: hand the vendor's options on as the browser wants them (Level 3's JSON), complete
   * with {@code rp.id}.
   *
   * <p>Needs {@link Capability#PASSKEY}.
   *
   * @param session the signed-in user's tokens
   * @param options what else
   * @return options for the browser's {@code navigator.credentials.create}
   */
  default PasskeyCeremony startRegistration(SessionTokens session, PasskeyOptions options) {
    throw AuthException.unsupported("passkeys.startRegistration");
  }

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
   * <p>Providers: check that the JSON is a registration and that its challenge and type fit the
   * handle, then let the vendor verify it.
   *
   * <p>Needs {@link Capability#PASSKEY}.
   *
   * @param session the signed-in user's tokens
   * @param handle of {@link #startRegistration}
   * @param credentialJson what the browser's {@code credential.toJSON()} gave, as text
   * @param options what else
   * @return the passkey
   */
  default Passkey finishRegistration(
      SessionTokens session, ChallengeHandle handle, String credentialJson, CallOptions options) {
    throw AuthException.unsupported("passkeys.finishRegistration");
  }

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
   * <p>Providers: do not tell whether a named user exists or has passkeys.
   *
   * <p>Needs {@link Capability#PASSKEY}.
   *
   * @param options what else
   * @return options for the browser's {@code navigator.credentials.get}
   */
  default PasskeyCeremony startSignIn(PasskeyOptions options) {
    throw AuthException.unsupported("passkeys.startSignIn");
  }

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
   * <p>Providers: check the JSON's shape; signature, counter and challenge are the vendor's to
   * verify. An unknown credential and a bad signature get one code.
   *
   * <p>Needs {@link Capability#PASSKEY}.
   *
   * @param handle of {@link #startSignIn}
   * @param credentialJson what the browser's {@code credential.toJSON()} gave, as text
   * @param options what else
   * @return a session, or the demand for a second factor
   */
  default SignInResult finishSignIn(
      ChallengeHandle handle, String credentialJson, SignInOptions options) {
    throw AuthException.unsupported("passkeys.finishSignIn");
  }

  /** {@link #finishSignIn(ChallengeHandle, String, SignInOptions)} with nothing set. */
  default SignInResult finishSignIn(ChallengeHandle handle, String credentialJson) {
    return finishSignIn(handle, credentialJson, SignInOptions.defaults());
  }

  /**
   * The passkeys of a user.
   *
   * <p>Providers: an unknown user has none, unless the vendor says otherwise.
   *
   * <p>Needs {@link Capability#PASSKEY}.
   *
   * @param user whose
   * @param options what else
   * @return oldest first
   */
  default List<Passkey> list(UserId user, CallOptions options) {
    throw AuthException.unsupported("passkeys.list");
  }

  /** {@link #list(UserId, CallOptions)} with nothing set. */
  default List<Passkey> list(UserId user) {
    return list(user, CallOptions.defaults());
  }

  /**
   * Gives a passkey a name. Fails with {@link ErrorCode#FACTOR_NOT_ENROLLED} when the user has no
   * such passkey.
   *
   * <p>Providers: hand out the passkey as it is after the change.
   *
   * <p>Needs {@link Capability#PASSKEY_RENAME}.
   *
   * @param user whose
   * @param passkey which
   * @param name at most 256 characters
   * @param options what else
   * @return the passkey with its new name
   */
  default Passkey rename(UserId user, PasskeyId passkey, String name, CallOptions options) {
    throw AuthException.unsupported("passkeys.rename");
  }

  /** {@link #rename(UserId, PasskeyId, String, CallOptions)} with nothing set. */
  default Passkey rename(UserId user, PasskeyId passkey, String name) {
    return rename(user, passkey, name, CallOptions.defaults());
  }

  /**
   * Takes a passkey off a user. Fails with {@link ErrorCode#FACTOR_NOT_ENROLLED} when the user has
   * no such passkey.
   *
   * <p>Providers: delete a passkey of this user only, also where the vendor's route needs no user.
   *
   * <p>Needs {@link Capability#PASSKEY}.
   *
   * @param user whose
   * @param passkey which
   * @param options what else
   */
  default void delete(UserId user, PasskeyId passkey, CallOptions options) {
    throw AuthException.unsupported("passkeys.delete");
  }

  /** {@link #delete(UserId, PasskeyId, CallOptions)} with nothing set. */
  default void delete(UserId user, PasskeyId passkey) {
    delete(user, passkey, CallOptions.defaults());
  }
}
