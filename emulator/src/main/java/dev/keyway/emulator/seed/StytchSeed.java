package dev.keyway.emulator.seed;

import dev.keyway.emulator.stytch.StytchSettings;
import org.jspecify.annotations.Nullable;

/** A Stytch project. What is not pinned is made at random. */
public record StytchSeed(
    @Says(
            value = "The project's id: the user name of every request.",
            form = Form.STYTCH_PROJECT_ID)
        @Nullable String projectId,
    @Says(value = "The password of every request.", form = Form.STYTCH_SECRET)
        @Nullable String secret,
    @Says(value = "What browsers name the project with.", form = Form.STYTCH_PUBLIC_TOKEN)
        @Nullable String publicToken,
    @Says("How the project is configured; what is left out is as in a new project.")
        @Nullable StytchSettings settings) {

  /** The project, no secret. */
  @Override
  public String toString() {
    return "StytchSeed[" + projectId + "]";
  }
}
