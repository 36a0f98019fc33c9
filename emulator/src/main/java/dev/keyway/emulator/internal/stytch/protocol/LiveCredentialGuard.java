package dev.keyway.emulator.internal.stytch.protocol;

import dev.keyway.emulator.internal.http.Request;
import java.util.List;
import java.util.Map;

/**
 * Keeps live projects away: whoever sends a live credential here meant to call the real service, or
 * loaded the wrong configuration.
 */
final class LiveCredentialGuard {
  private static final List<String> LIVE =
      List.of("project-live-", "secret-live-", "public-token-live-");

  private LiveCredentialGuard() {}

  /** Whether a request carries an id or a credential of a live project. */
  static boolean sees(Request request, Credentials credentials, Map<String, String> path) {
    return isLive(credentials.projectId())
        || isLive(credentials.secret())
        || isLive(request.query("public_token").orElse(""))
        || path.values().stream().anyMatch(LiveCredentialGuard::isLive);
  }

  private static boolean isLive(String value) {
    for (String start : LIVE) {
      if (value.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  /** What such a request is told. */
  static StytchFailure failure() {
    return StytchError.LIVE_ID_USED_IN_TEST_ENVIRONMENT.failure(
        "This is an emulator, and the request carries credentials of a live project. They were not"
            + " looked at and are not kept. Check which configuration the application loaded.");
  }
}
