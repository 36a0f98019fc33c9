package dev.keyway.emulator.stytch;

import dev.keyway.emulator.internal.description.Description;
import dev.keyway.emulator.internal.description.TextForm;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A machine that gets tokens from a Stytch project. What is not pinned is made at random. */
public record M2mClientSeed(
    @Description("Its client id; it takes the place of a machine that has it already.")
        @TextForm(
            says = "1 to 128 letters, digits, dots, underscores, bars, tildes, hyphens",
            pattern = "[A-Za-z0-9._|~-]{1,128}")
        @Nullable String clientId,
    @Description("What it signs in with.")
        @TextForm(says = "8 to 72 printable characters", pattern = "[\\x21-\\x7e]{8,72}")
        @Nullable String secret,
    @Description("The secret to come, which works already; only while the other is replaced.")
        @TextForm(says = "8 to 72 printable characters", pattern = "[\\x21-\\x7e]{8,72}")
        @Nullable String nextSecret,
    @Description("Default empty.") @Nullable String name,
    @Description("Default empty.") @Nullable String description,
    @Description("Whether it gets tokens; default true.") @Nullable Boolean active,
    @Description("What its tokens may say.") List<String> scopes,
    @Description("What the application keeps with it; default nothing.")
        @Nullable Map<String, Object> trustedMetadata) {

  /** The client id, no secret. */
  @Override
  public String toString() {
    return "M2mClientSeed[" + clientId + "]";
  }
}
