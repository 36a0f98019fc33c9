package dev.keyway.emulator.internal.stytch.oauth;

import dev.keyway.emulator.internal.idp.Grant;
import dev.keyway.emulator.internal.state.OneTimeCode;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.rules.Pkce;
import dev.keyway.emulator.internal.stytch.state.OAuthRegistration;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The single-use values of a social sign-in: attach token, state, and the token at its end. */
final class OAuthTokens {
  private static final String ATTACH = "oauth_attach";
  private static final String STATE = "oauth_state";
  private static final String TOKEN = "oauth_token";

  /** The vendor does not say how long these live. */
  private static final Duration LIFE = Duration.ofMinutes(5);

  private static final Duration STATE_LIFE = Duration.ofMinutes(10);
  private static final int TOKEN_BYTES = 32;

  private OAuthTokens() {}

  /**
   * A token that is known.
   *
   * @param code the token, used or expired ones included
   * @param user who signed in
   * @param registration with which account
   * @param grant what the provider gave
   */
  record Proof(OneTimeCode code, StytchUser user, OAuthRegistration registration, Grant grant) {}

  /** Makes a token that links the next account to a user. */
  static String attach(StytchProject project, String provider, StytchUser user) {
    return issue(project, ATTACH, LIFE, Map.of("provider", provider, "user_id", user.id()));
  }

  /**
   * Uses an attach token up and gives back whose it was.
   *
   * @throws StytchFailure {@code invalid_oauth_attach_token}
   */
  static StytchUser useAttach(StytchProject project, String provider, String token) {
    OneTimeCode code =
        project
            .codes()
            .find(ATTACH, token)
            .filter(found -> !found.expiredAt(project.now()))
            .filter(found -> found.fact("provider").equals(provider))
            .orElseThrow(StytchError.INVALID_OAUTH_ATTACH_TOKEN::failure);
    StytchUser user =
        project
            .people()
            .byId(code.fact("user_id"))
            .orElseThrow(StytchError.INVALID_OAUTH_ATTACH_TOKEN::failure);
    if (!code.spend()) {
      throw StytchError.INVALID_OAUTH_ATTACH_TOKEN.failure();
    }
    return user;
  }

  static String state(StytchProject project, Map<String, String> facts) {
    return issue(project, STATE, STATE_LIFE, facts);
  }

  /**
   * Uses a state up.
   *
   * @throws StytchFailure {@code oauth_invalid_state} or {@code oauth_state_used}
   */
  static OneTimeCode useState(StytchProject project, String state) {
    OneTimeCode code =
        project
            .codes()
            .find(STATE, state)
            .filter(found -> !found.expiredAt(project.now()))
            .orElseThrow(StytchError.OAUTH_INVALID_STATE::failure);
    if (!code.spend()) {
      throw StytchError.OAUTH_STATE_USED.failure();
    }
    return code;
  }

  /** Makes the token that the application finishes with. */
  static String token(
      StytchProject project,
      StytchUser user,
      OAuthRegistration registration,
      Grant grant,
      String challenge) {
    String token =
        issue(
            project,
            TOKEN,
            LIFE,
            Map.of(
                "user_id", user.id(), "registration_id", registration.id(), Pkce.FACT, challenge));
    project.grants().put(token, grant);
    return token;
  }

  /** A token, if its user and account still exist. */
  static Optional<Proof> find(StytchProject project, String token) {
    Grant grant = project.grants().get(token);
    Optional<OneTimeCode> code = project.codes().find(TOKEN, token);
    if (grant == null || code.isEmpty()) {
      return Optional.empty();
    }
    Optional<StytchUser> user = project.people().byId(code.get().fact("user_id"));
    String registrationId = code.get().fact("registration_id");
    return user.flatMap(
        u ->
            u.oauthRegistrations.stream()
                .filter(registration -> registration.id().equals(registrationId))
                .findFirst()
                .map(registration -> new Proof(code.get(), u, registration, grant)));
  }

  private static String issue(
      StytchProject project, String kind, Duration life, Map<String, String> facts) {
    String value = project.context().random().base64Url(TOKEN_BYTES);
    return project.codes().issue(kind, value, life, facts).value();
  }
}
