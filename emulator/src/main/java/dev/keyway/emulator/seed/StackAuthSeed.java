package dev.keyway.emulator.seed;

import dev.keyway.emulator.stackauth.StackAuthSettings;
import org.jspecify.annotations.Nullable;

/** A Stack Auth project. What is not pinned is made at random. */
public record StackAuthSeed(
    @Says(value = "The project's id.", form = Form.STACKAUTH_PROJECT_ID) @Nullable String projectId,
    @Says(value = "The key that browsers may hold.", form = Form.STACKAUTH_PUBLISHABLE_KEY)
        @Nullable String publishableClientKey,
    @Says(value = "The key of servers.", form = Form.STACKAUTH_SECRET_KEY)
        @Nullable String secretServerKey,
    @Says(value = "The key of administrators.", form = Form.STACKAUTH_ADMIN_KEY)
        @Nullable String superSecretAdminKey,
    @Says("How the project is configured; what is left out is as in a new project.")
        @Nullable StackAuthSettings settings) {

  /** The project, no key. */
  @Override
  public String toString() {
    return "StackAuthSeed[" + projectId + "]";
  }
}
