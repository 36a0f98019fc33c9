package dev.keyway.emulator.stytch;

import dev.keyway.emulator.internal.description.Description;
import dev.keyway.emulator.internal.description.Format;
import dev.keyway.emulator.internal.description.TextForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application that signs its users in with a Stytch project. What its users allowed it stands
 * with each user.
 */
public record ConnectedAppSeed(
    @Description("Its client id; it takes the place of an app that has it already.")
        @TextForm(
            says = "1 to 128 letters, digits, dots, underscores, bars, tildes, hyphens",
            pattern = "[A-Za-z0-9._|~-]{1,128}")
        String clientId,
    @Description("Whose it is, and whether it has a secret: public ones have none.")
        @TextForm(
            says = "first_party, first_party_public, third_party or third_party_public",
            pattern = "(first|third)_party(_public)?")
        String type,
    @Description("What it signs in with; made at random where this is left out.")
        @TextForm(says = "8 to 72 printable characters", pattern = "[\\x21-\\x7e]{8,72}")
        @Nullable String secret,
    @Description("The secret to come, which works already; only while the other is replaced.")
        @TextForm(says = "8 to 72 printable characters", pattern = "[\\x21-\\x7e]{8,72}")
        @Nullable String nextSecret,
    @Description("Default empty.") @Nullable String name,
    @Description("Default empty.") @Nullable String description,
    @Description(value = "Where codes may be sent.", format = Format.URL) List<String> redirectUrls,
    @Description(
            "Whether its tokens may be exchanged for sessions; first-party only; default false.")
        @Nullable Boolean fullAccess,
    @Description("How many minutes its access tokens live, 1 to 527040; default 60.")
        @Nullable Integer accessTokenMinutes,
    @Description("One more audience of its access tokens; default none.") @Nullable String audience,
    @Description("Custom claims of its access tokens, a JSON object as text; default none.")
        @Nullable String accessTokenTemplate,
    @Description("Custom claims of its ID tokens, a JSON object as text; default none.")
        @Nullable String idTokenTemplate,
    @Description(value = "Where browsers may be sent after a sign-out.", format = Format.URL)
        List<String> logoutUrls,
    @Description("What consent pages show; default none.") @Nullable String logoUrl,
    @Description("Whether it gets refresh tokens without consent; first-party only; default false.")
        @Nullable Boolean bypassesConsent) {

  /** The client id, no secret. */
  @Override
  public String toString() {
    return "ConnectedAppSeed[" + clientId + "]";
  }
}
