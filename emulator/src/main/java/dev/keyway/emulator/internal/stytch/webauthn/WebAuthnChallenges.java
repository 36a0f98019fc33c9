package dev.keyway.emulator.internal.stytch.webauthn;

import dev.keyway.emulator.internal.state.OneTimeCode;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.webauthn.Octets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The challenges that wait for an authenticator's answer, each for one answer. */
final class WebAuthnChallenges {
  static final String REGISTRATION = "webauthn_registration";
  static final String ASSERTION = "webauthn_assertion";

  /** The timeout in the options; that the service keeps a challenge as long is inferred. */
  private static final Duration LIFE = Duration.ofMinutes(5);

  private static final int BYTES = 32;

  private WebAuthnChallenges() {}

  static Octets issue(StytchProject project, String kind, Map<String, String> facts) {
    Octets challenge = Octets.of(project.context().random().bytes(BYTES));
    project.codes().issue(kind, challenge.base64Url(), LIFE, facts);
    return challenge;
  }

  /** The challenge that an answer claims to be for, if somebody still waits for it. */
  static Optional<OneTimeCode> waiting(StytchProject project, String kind, Octets challenge) {
    return project
        .codes()
        .find(kind, challenge.base64Url())
        .filter(code -> !code.spent() && !code.expiredAt(project.now()));
  }
}
