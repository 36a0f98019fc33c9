package dev.keyway.emulator.internal.stytch.state;

import dev.keyway.emulator.internal.random.Randomness;

/**
 * What names a project and opens it.
 *
 * @param projectId the project's id
 * @param secret the secret of servers
 * @param publicToken what browsers may hold
 */
public record StytchKeys(String projectId, String secret, String publicToken) {
  private static final int SECRET_BYTES = 30;

  /** Keys that no other project has. */
  public static StytchKeys random(Randomness random) {
    return new StytchKeys(
        "project-test-" + random.projectUuid(),
        "secret-test-" + random.base64Url(SECRET_BYTES),
        "public-token-test-" + random.uuid());
  }

  /** The project, no secret. */
  @Override
  public String toString() {
    return "StytchKeys[" + projectId + "]";
  }
}
