package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.internal.description.Attributed;
import dev.keyway.emulator.internal.description.Description;
import dev.keyway.emulator.internal.description.Format;
import dev.keyway.emulator.internal.description.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * A Stack Auth project. What is not pinned is made at random. Id and keys may also be those of the
 * project that makes projects in the vendor's development stack.
 */
public record StackAuthSeed(
    @Description("The project's id.")
        @TextForm(says = "a UUID in lower case", pattern = Format.Patterns.UUID + "|internal")
        @Nullable String projectId,
    @Description("The key that browsers may hold.")
        @TextForm(
            says = "a key that begins with pck_",
            pattern =
                "pck_[A-Za-z0-9_-]{4,200}|this-publishable-client-key-is-for-local-development-only")
        @Nullable String publishableClientKey,
    @Description("The key of servers.")
        @TextForm(
            says = "a key that begins with ssk_",
            pattern =
                "ssk_[A-Za-z0-9_-]{4,200}|this-secret-server-key-is-for-local-development-only")
        @Nullable String secretServerKey,
    @Description("The key of administrators.")
        @TextForm(
            says = "a key that begins with sak_",
            pattern =
                "sak_[A-Za-z0-9_-]{4,200}|this-super-secret-admin-key-is-for-local-development-only")
        @Nullable String superSecretAdminKey,
    @Description("How the project is configured; what is left out is as in a new project.")
        @Attributed(by = StackAuthSettingsForm.class, object = "StackAuthSeedSettings")
        @Nullable StackAuthSettings settings) {

  /** The project, no key. */
  @Override
  public String toString() {
    return "StackAuthSeed[" + projectId + "]";
  }
}
