package dev.keyway.emulator.internal.stytch.state;

import dev.keyway.emulator.internal.random.Randomness;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What names a project and opens it.
 *
 * @param projectId the project's id
 * @param secret the secret of servers
 * @param publicToken what browsers may hold
 * @param published whether others know them, because they stand in a file
 */
public record StytchKeys(String projectId, String secret, String publicToken, boolean published) {
  private static final int SECRET_BYTES = 30;

  /** Keys that no other project has. */
  public static StytchKeys random(Randomness random) {
    return new StytchKeys(
        "project-test-" + random.projectUuid(),
        "secret-test-" + random.base64Url(SECRET_BYTES),
        "public-token-test-" + random.uuid(),
        false);
  }

  /**
   * The same where a value is null, and what is given elsewhere. Whoever gives one wrote it down:
   * keys that differ are {@linkplain #published() published}.
   */
  public StytchKeys pinned(
      @Nullable String project, @Nullable String pinnedSecret, @Nullable String token) {
    StytchKeys pinned =
        new StytchKeys(
            Objects.requireNonNullElse(project, projectId),
            Objects.requireNonNullElse(pinnedSecret, secret),
            Objects.requireNonNullElse(token, publicToken),
            published);
    return pinned.equals(this)
        ? this
        : new StytchKeys(pinned.projectId, pinned.secret, pinned.publicToken, true);
  }

  /** The same, known to nobody else. */
  public StytchKeys own() {
    return new StytchKeys(projectId, secret, publicToken, false);
  }

  /** The project, no secret. */
  @Override
  public String toString() {
    return "StytchKeys[" + projectId + "]";
  }
}
