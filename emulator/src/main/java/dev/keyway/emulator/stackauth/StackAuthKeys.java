package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.core.Randomness;

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
  /** Keys that no other project has. */
  public static StackAuthKeys random(Randomness random) {
    return new StackAuthKeys(
        random.uuid(),
        "pck_" + random.crockford45(),
        "ssk_" + random.crockford45(),
        "sak_" + random.crockford45());
  }

  /** The project, no key. */
  @Override
  public String toString() {
    return "StackAuthKeys[" + projectId + "]";
  }
}
