package dev.keyway;

import java.time.Instant;

/**
 * A WebAuthn ceremony that waits for its authenticator.
 *
 * @param optionsJson goes unchanged into the browser's {@code
 *     PublicKeyCredential.parseCreationOptionsFromJSON} or {@code parseRequestOptionsFromJSON}
 * @param handle holds the ceremony's state; keep it in the browser's {@code HttpOnly} cookie
 * @param expiresAt when the ceremony ends
 * @see <a href="https://www.w3.org/TR/webauthn-3/">Web Authentication Level 3</a>
 */
public record PasskeyCeremony(String optionsJson, ChallengeHandle handle, Instant expiresAt) {

  /** All are required. */
  public PasskeyCeremony {
    Arguments.notBlank(optionsJson, "optionsJson");
    Arguments.notNull(handle, "handle");
    Arguments.notNull(expiresAt, "expiresAt");
  }

  /** Without the options, which name the user. */
  @Override
  public String toString() {
    return "PasskeyCeremony[expiresAt=" + expiresAt + "]";
  }
}
