package dev.keyway.emulator.internal.stytch.protocol;

import dev.keyway.emulator.internal.http.Request;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
    return Stream.of(
            Stream.of(credentials.projectId(), credentials.secret()),
            path.values().stream(),
            request.query("public_token").stream())
        .flatMap(values -> values)
        .anyMatch(value -> LIVE.stream().anyMatch(value::startsWith));
  }

  /** What such a request is told. */
  static StytchFailure failure() {
    return StytchError.LIVE_ID_USED_IN_TEST_ENVIRONMENT.failure(
        "This is an emulator, and the request carries credentials of a live project. They were not"
            + " looked at and are not kept. Check which configuration the application loaded.");
  }
}
