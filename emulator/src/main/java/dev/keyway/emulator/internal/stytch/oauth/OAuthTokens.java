package dev.keyway.emulator.internal.stytch.oauth;

import dev.keyway.emulator.internal.idp.Grant;
import dev.keyway.emulator.internal.state.CodeKind;
import dev.keyway.emulator.internal.state.OneTimeCode;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.state.OAuthRegistration;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import java.time.Duration;
import java.util.Optional;

/** The single-use values of a social sign-in: attach token, state, and the token at its end. */
final class OAuthTokens {
  private static final CodeKind<Attachment> ATTACH = new CodeKind<>("oauth_attach");
  private static final CodeKind<Start> STATE = new CodeKind<>("oauth_state");
  private static final CodeKind<SignedIn> TOKEN = new CodeKind<>("oauth_token");

  /** The vendor does not say how long these live. */
  private static final Duration LIFE = Duration.ofMinutes(5);

  private static final Duration STATE_LIFE = Duration.ofMinutes(10);
  private static final int TOKEN_BYTES = 32;

  private OAuthTokens() {}

  /** To whom the next account of a provider is linked. */
  private record Attachment(String provider, String userId) {}

  /**
   * What a browser set out with.
   *
   * @param loginUrl where it goes when the user is known
   * @param signupUrl where it goes when not
   * @param challenge the PKCE challenge; empty when there is none
   * @param attachTo the id of the user who gets the account, if that is settled
   */
  record Start(String loginUrl, String signupUrl, String challenge, Optional<String> attachTo) {}

  /**
   * What it came back with.
   *
   * @param userId who signed in
   * @param registrationId with which account
   * @param challenge the PKCE challenge; empty when there is none
   * @param grant what the provider gave
   */
  record SignedIn(String userId, String registrationId, String challenge, Grant grant) {}

  /**
   * A token that is known.
   *
   * @param code the token, used or expired ones included
   * @param user who signed in
   * @param registration with which account
   */
  record Proof(OneTimeCode<SignedIn> code, StytchUser user, OAuthRegistration registration) {
    /** What the provider gave. */
    Grant grant() {
      return code.facts().grant();
    }
  }

  /** Makes a token that links the next account to a user. */
  static String attach(StytchProject project, String provider, StytchUser user) {
    return issue(project, ATTACH, LIFE, new Attachment(provider, user.id()));
  }

  /**
   * Uses an attach token up and gives back whose it was.
   *
   * @throws StytchFailure {@code invalid_oauth_attach_token}
   */
  static StytchUser useAttach(StytchProject project, String provider, String token) {
    OneTimeCode<Attachment> code =
        project
            .codes()
            .find(ATTACH, token)
            .filter(found -> !found.expiredAt(project.now()))
            .filter(found -> found.facts().provider().equals(provider))
            .orElseThrow(StytchError.INVALID_OAUTH_ATTACH_TOKEN::failure);
    StytchUser user =
        project
            .users()
            .byId(code.facts().userId())
            .orElseThrow(StytchError.INVALID_OAUTH_ATTACH_TOKEN::failure);
    if (!code.spend()) {
      throw StytchError.INVALID_OAUTH_ATTACH_TOKEN.failure();
    }
    return user;
  }

  static String state(StytchProject project, Start start) {
    return issue(project, STATE, STATE_LIFE, start);
  }

  /**
   * Uses a state up and gives back what began with it.
   *
   * @throws StytchFailure {@code oauth_invalid_state} or {@code oauth_state_used}
   */
  static Start useState(StytchProject project, String state) {
    OneTimeCode<Start> code =
        project
            .codes()
            .find(STATE, state)
            .filter(found -> !found.expiredAt(project.now()))
            .orElseThrow(StytchError.OAUTH_INVALID_STATE::failure);
    if (!code.spend()) {
      throw StytchError.OAUTH_STATE_USED.failure();
    }
    return code.facts();
  }

  /** Makes the token that the application finishes with. */
  static String token(
      StytchProject project,
      StytchUser user,
      OAuthRegistration registration,
      Grant grant,
      String challenge) {
    return issue(
        project, TOKEN, LIFE, new SignedIn(user.id(), registration.id(), challenge, grant));
  }

  /** A token, if its user and account still exist. */
  static Optional<Proof> find(StytchProject project, String token) {
    return project.codes().find(TOKEN, token).flatMap(code -> proof(project, code));
  }

  private static Optional<Proof> proof(StytchProject project, OneTimeCode<SignedIn> code) {
    SignedIn facts = code.facts();
    return project
        .users()
        .byId(facts.userId())
        .flatMap(
            user ->
                user.oauthRegistrations.stream()
                    .filter(registration -> registration.id().equals(facts.registrationId()))
                    .findFirst()
                    .map(registration -> new Proof(code, user, registration)));
  }

  private static <F> String issue(StytchProject project, CodeKind<F> kind, Duration life, F facts) {
    String value = project.context().random().base64Url(TOKEN_BYTES);
    return project.codes().issue(kind, value, life, facts).value();
  }
}
