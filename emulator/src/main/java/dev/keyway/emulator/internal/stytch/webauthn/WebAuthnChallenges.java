package dev.keyway.emulator.internal.stytch.webauthn;

import dev.keyway.emulator.internal.state.CodeKind;
import dev.keyway.emulator.internal.state.OneTimeCode;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import dev.keyway.emulator.internal.webauthn.Octets;
import java.time.Duration;
import java.util.Optional;

/** The challenges that wait for an authenticator's answer, each for one answer. */
final class WebAuthnChallenges {
  static final CodeKind<Registration> REGISTRATION = new CodeKind<>("webauthn_registration");
  static final CodeKind<Assertion> ASSERTION = new CodeKind<>("webauthn_assertion");

  /** The timeout in the options; that the service keeps a challenge as long is inferred. */
  private static final Duration LIFE = Duration.ofMinutes(5);

  private static final int BYTES = 32;

  private WebAuthnChallenges() {}

  /**
   * A registration that was started. Texts that nobody sent are empty.
   *
   * @param userId who registers
   * @param domain for which domain
   * @param userAgent in which browser
   * @param authenticatorType with which kind of authenticator
   * @param handle the user as the authenticator knows them
   */
  record Registration(
      String userId, String domain, String userAgent, String authenticatorType, Octets handle) {}

  /**
   * A sign-in that was started.
   *
   * @param userId who signs in; empty if whoever can may
   * @param domain at which domain
   */
  record Assertion(Optional<String> userId, String domain) {
    boolean isFor(StytchUser user) {
      return userId.isEmpty() || userId.get().equals(user.id());
    }
  }

  static <F> Octets issue(StytchProject project, CodeKind<F> kind, F facts) {
    Octets challenge = Octets.of(project.context().random().bytes(BYTES));
    project.codes().issue(kind, challenge.base64Url(), LIFE, facts);
    return challenge;
  }

  /** The challenge that an answer claims to be for, if somebody still waits for it. */
  static <F> Optional<OneTimeCode<F>> waiting(
      StytchProject project, CodeKind<F> kind, Octets challenge) {
    return project
        .codes()
        .find(kind, challenge.base64Url())
        .filter(code -> !code.spent() && !code.expiredAt(project.now()));
  }
}
