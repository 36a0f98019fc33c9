package dev.keyway.emulator.internal.stackauth.state;

import dev.keyway.emulator.internal.random.Randomness;

/**
 * What names a project and opens it.
 *
 * @param projectId the project's id
 * @param publishableClientKey the key that browsers may hold
 * @param secretServerKey the key of servers
 * @param superSecretAdminKey the key of administrators
 */
public record StackAuthKeys(
    String projectId,
    String publishableClientKey,
    String secretServerKey,
    String superSecretAdminKey) {
  /**
   * The project whose users make projects, with the keys that it has in the vendor's own
   * development stack, so that tools written for that need no change.
   */
  public static final StackAuthKeys INTERNAL =
      new StackAuthKeys(
          "internal",
          "this-publishable-client-key-is-for-local-development-only",
          "this-secret-server-key-is-for-local-development-only",
          "this-super-secret-admin-key-is-for-local-development-only");

  /** Keys that no other project has. */
  public static StackAuthKeys random(Randomness random) {
    return new StackAuthKeys(
        random.projectUuid(),
        ProjectKeys.publishable(random),
        ProjectKeys.secret(random),
        ProjectKeys.admin(random));
  }

  /** The project, no key. */
  @Override
  public String toString() {
    return "StackAuthKeys[" + projectId + "]";
  }
}
