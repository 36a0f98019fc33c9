package dev.keyway.emulator.seed;

import dev.keyway.emulator.internal.description.Description;
import dev.keyway.emulator.internal.description.Format;
import dev.keyway.emulator.stytch.StytchSettings;
import org.jspecify.annotations.Nullable;

/** A Stytch project. What is not pinned is made at random. */
public record StytchSeed(
    @Description(
            value = "The project's id: the user name of every request.",
            format = Format.STYTCH_PROJECT_ID)
        @Nullable String projectId,
    @Description(value = "The password of every request.", format = Format.STYTCH_SECRET)
        @Nullable String secret,
    @Description(
            value = "What browsers name the project with.",
            format = Format.STYTCH_PUBLIC_TOKEN)
        @Nullable String publicToken,
    @Description("How the project is configured; what is left out is as in a new project.")
        @Nullable StytchSettings settings) {

  /** The project, no secret. */
  @Override
  public String toString() {
    return "StytchSeed[" + projectId + "]";
  }
}
