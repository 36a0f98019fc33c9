package dev.keyway.emulator.internal.stackauth.state;

import dev.keyway.emulator.internal.random.Randomness;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What names a project and opens it.
 *
 * @param projectId the project's id
 * @param publishableClientKey the key that browsers may hold
 * @param secretServerKey the key of servers
 * @param superSecretAdminKey the key of administrators
 * @param published whether others know them, because they stand in a file or in the vendor's code
 */
public record StackAuthKeys(
    String projectId,
    String publishableClientKey,
    String secretServerKey,
    String superSecretAdminKey,
    boolean published) {
  /**
   * The project whose users make projects, with the keys that it has in the vendor's own
   * development stack, so that tools written for that need no change.
   */
  public static final StackAuthKeys INTERNAL =
      new StackAuthKeys(
          "internal",
          "this-publishable-client-key-is-for-local-development-only",
          "this-secret-server-key-is-for-local-development-only",
          "this-super-secret-admin-key-is-for-local-development-only",
          true);

  /** Keys that no other project has. */
  public static StackAuthKeys random(Randomness random) {
    return new StackAuthKeys(
        random.projectUuid(),
        ProjectKeys.publishable(random),
        ProjectKeys.secret(random),
        ProjectKeys.admin(random),
        false);
  }

  /**
   * The same where a value is null, and what is given elsewhere. Whoever gives one wrote it down:
   * keys that differ are {@linkplain #published() published}.
   */
  public StackAuthKeys pinned(
      @Nullable String project,
      @Nullable String publishable,
      @Nullable String secret,
      @Nullable String admin) {
    StackAuthKeys pinned =
        new StackAuthKeys(
            Objects.requireNonNullElse(project, projectId),
            Objects.requireNonNullElse(publishable, publishableClientKey),
            Objects.requireNonNullElse(secret, secretServerKey),
            Objects.requireNonNullElse(admin, superSecretAdminKey),
            published);
    return pinned.equals(this)
        ? this
        : new StackAuthKeys(
            pinned.projectId,
            pinned.publishableClientKey,
            pinned.secretServerKey,
            pinned.superSecretAdminKey,
            true);
  }

  /** The same, known to nobody else. */
  public StackAuthKeys own() {
    return new StackAuthKeys(
        projectId, publishableClientKey, secretServerKey, superSecretAdminKey, false);
  }

  /** The project, no key. */
  @Override
  public String toString() {
    return "StackAuthKeys[" + projectId + "]";
  }
}
