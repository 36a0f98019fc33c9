package dev.keyway.emulator.internal.stackauth.oauth;

import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.state.OAuthFlow;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.CodeKind;
import dev.keyway.emulator.internal.state.OneTimeCode;
import dev.keyway.emulator.internal.token.ConstantTime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** Authorization codes: what a browser brings to the application, bound by PKCE (RFC 7636). */
final class OAuthCodes {
  private static final CodeKind<SignedIn> KIND = new CodeKind<>("OAUTH_CODE");
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final int DIGITS = 64;

  private OAuthCodes() {}

  /**
   * What a flow came to.
   *
   * @param userId who signed in
   * @param isNew whether they were made for it
   * @param redirectUri where the code was sent
   * @param afterCallback where the application goes when it is done
   * @param challenge what the code is bound to
   * @param sessionId the session that is handed on; empty where one begins
   */
  record SignedIn(
      String userId,
      boolean isNew,
      String redirectUri,
      Optional<String> afterCallback,
      OAuthFlow.CodeChallenge challenge,
      Optional<String> sessionId) {}

  /** Makes a code for a user whom a flow found. */
  static String issue(StackAuthProject project, OAuthFlow flow, StackAuthUser user, boolean isNew) {
    SignedIn facts =
        new SignedIn(
            user.id(),
            isNew,
            flow.redirectUri(),
            flow.afterCallback(),
            flow.challenge(),
            Optional.empty());
    return issue(project, facts);
  }

  /** Makes a code. */
  static String issue(StackAuthProject project, SignedIn facts) {
    String value = project.context().random().hex(DIGITS);
    return project.codes().issue(KIND, value, LIFE, facts).value();
  }

  /**
   * Finds a code that may be used. A wrong verifier does not use it up.
   *
   * @throws StackAuthFailure unknown, used, expired, or not the verifier's: all told as one
   */
  static OneTimeCode<SignedIn> find(
      StackAuthProject project, String code, Optional<String> verifier) {
    OneTimeCode<SignedIn> found =
        project
            .codes()
            .find(KIND, code)
            .orElseThrow(() -> refused("This project never gave out such a code."));
    if (found.spent() || found.expiredAt(project.now())) {
      throw refused(found.whyUnusable(project.now())).about(found.facts().userId());
    }
    if (verifier.filter(sent -> matches(found.facts().challenge(), sent)).isEmpty()) {
      throw refused("The PKCE verifier is missing or is not the challenge's.")
          .about(found.facts().userId());
    }
    return found;
  }

  private static StackAuthFailure refused(String cause) {
    return KnownError.INVALID_AUTHORIZATION_CODE.failure().because(cause);
  }

  /** Uses a code up, and gives whose it is. */
  static StackAuthUser spend(StackAuthProject project, OneTimeCode<SignedIn> code) {
    Optional<StackAuthUser> user = project.users().byId(code.facts().userId());
    if (user.isEmpty() || !code.spend()) {
      throw KnownError.INVALID_AUTHORIZATION_CODE.failure();
    }
    return user.get();
  }

  private static boolean matches(OAuthFlow.CodeChallenge challenge, String verifier) {
    String given = challenge.method().equals("plain") ? verifier : s256(verifier);
    return ConstantTime.equal(given, challenge.value());
  }

  /** The challenge of a verifier (RFC 7636). */
  static String s256(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
