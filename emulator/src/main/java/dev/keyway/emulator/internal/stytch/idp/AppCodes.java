package dev.keyway.emulator.internal.stytch.idp;

import dev.keyway.emulator.internal.state.CodeKind;
import dev.keyway.emulator.internal.state.OneTimeCode;
import dev.keyway.emulator.internal.stytch.rules.AppTokens;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import java.time.Duration;
import java.util.Optional;

/** Authorization codes and refresh tokens of apps. */
final class AppCodes {
  private static final CodeKind<Authorized> CODE = new CodeKind<>("idp_auth_code");
  private static final CodeKind<Refresh> REFRESH = new CodeKind<>("idp_refresh_token");

  /** The vendor does not say; the longest that RFC 6749, section 4.1.2, recommends. */
  private static final Duration CODE_LIFE = Duration.ofMinutes(10);

  /** Three months, as documented. */
  private static final Duration REFRESH_LIFE = Duration.ofDays(90);

  private static final int BYTES = 32;

  private AppCodes() {}

  /**
   * What an authorization code stands for.
   *
   * @param grant what the user granted
   * @param redirectUri where the code was sent
   * @param challenge the PKCE challenge; empty when there is none
   */
  record Authorized(AppTokens.Grant grant, String redirectUri, String challenge) {}

  /**
   * What a refresh token stands for.
   *
   * @param grant what the user granted
   * @param accessTokenId the access token that was made with it, or by its latest use
   */
  record Refresh(AppTokens.Grant grant, String accessTokenId) {}

  static String authorizationCode(StytchProject project, Authorized facts) {
    return project.codes().issue(CODE, secret(project), CODE_LIFE, facts).value();
  }

  static Optional<OneTimeCode<Authorized>> findCode(StytchProject project, String code) {
    return project.codes().find(CODE, code);
  }

  static String refreshToken(StytchProject project, Refresh facts) {
    return project.codes().issue(REFRESH, secret(project), REFRESH_LIFE, facts).value();
  }

  static Optional<OneTimeCode<Refresh>> findRefresh(StytchProject project, String token) {
    return project.codes().find(REFRESH, token);
  }

  /** Lets a refresh token live for its whole life again. */
  static void prolong(StytchProject project, OneTimeCode<Refresh> token, String accessTokenId) {
    project
        .codes()
        .issue(
            REFRESH,
            token.value(),
            REFRESH_LIFE,
            new Refresh(token.facts().grant(), accessTokenId));
  }

  private static String secret(StytchProject project) {
    return project.context().random().base64Url(BYTES);
  }
}
