package dev.keyway.emulator.seed;

import dev.keyway.emulator.internal.description.Description;
import dev.keyway.emulator.internal.description.Format;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import org.jspecify.annotations.Nullable;

/** A Stack Auth project. What is not pinned is made at random. */
public record StackAuthSeed(
    @Description(value = "The project's id.", format = Format.STACKAUTH_PROJECT_ID)
        @Nullable String projectId,
    @Description(
            value = "The key that browsers may hold.",
            format = Format.STACKAUTH_PUBLISHABLE_KEY)
        @Nullable String publishableClientKey,
    @Description(value = "The key of servers.", format = Format.STACKAUTH_SECRET_KEY)
        @Nullable String secretServerKey,
    @Description(value = "The key of administrators.", format = Format.STACKAUTH_ADMIN_KEY)
        @Nullable String superSecretAdminKey,
    @Description("How the project is configured; what is left out is as in a new project.")
        @Nullable StackAuthSettings settings) {

  /** The project, no key. */
  @Override
  public String toString() {
    return "StackAuthSeed[" + projectId + "]";
  }
}
