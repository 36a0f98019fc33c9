package dev.keyway.emulator.internal.stackauth.oauth;

import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.state.OAuthFlow;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.OneTimeCode;
import dev.keyway.emulator.internal.token.ConstantTime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Authorization codes: what a browser brings to the application, bound by PKCE (RFC 7636). */
final class OAuthCodes {
  static final String REDIRECT_URI = "redirect_uri";
  static final String IS_NEW = "is_new_user";
  static final String AFTER_CALLBACK = "after_callback_redirect_url";

  private static final String KIND = "OAUTH_CODE";
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final int DIGITS = 64;
  private static final String USER = "user_id";
  private static final String CHALLENGE = "code_challenge";
  private static final String METHOD = "code_challenge_method";

  private OAuthCodes() {}

  /** Makes a code for a user whom a flow found. */
  static String issue(StackAuthProject project, OAuthFlow flow, StackAuthUser user, boolean isNew) {
    Map<String, String> facts =
        Map.of(
            USER, user.id(),
            IS_NEW, Boolean.toString(isNew),
            REDIRECT_URI, flow.redirectUri(),
            AFTER_CALLBACK, flow.afterCallback(),
            CHALLENGE, flow.challenge(),
            METHOD, flow.challengeMethod());
    String value = project.context().random().hex(DIGITS);
    return project.codes().issue(KIND, value, LIFE, facts).value();
  }

  /**
   * Finds a code that may be used. A wrong verifier does not use it up.
   *
   * @throws StackAuthFailure unknown, used, expired, or not the verifier's: all told as one
   */
  static OneTimeCode find(StackAuthProject project, String code, Optional<String> verifier) {
    return project
        .codes()
        .find(KIND, code)
        .filter(found -> !found.spent() && !found.expiredAt(project.now()))
        .filter(found -> verifier.filter(sent -> matches(found, sent)).isPresent())
        .orElseThrow(KnownError.INVALID_AUTHORIZATION_CODE::failure);
  }

  /** Uses a code up, and gives whose it is. */
  static StackAuthUser spend(StackAuthProject project, OneTimeCode code) {
    Optional<StackAuthUser> user = project.people().byId(code.fact(USER));
    if (user.isEmpty() || !code.spend()) {
      throw KnownError.INVALID_AUTHORIZATION_CODE.failure();
    }
    return user.get();
  }

  private static boolean matches(OneTimeCode code, String verifier) {
    String given = code.fact(METHOD).equals("plain") ? verifier : s256(verifier);
    return ConstantTime.equal(given, code.fact(CHALLENGE));
  }

  private static String s256(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
