package dev.keyway.emulator.stytch;

import dev.keyway.emulator.internal.description.Attributed;
import dev.keyway.emulator.internal.description.Description;
import dev.keyway.emulator.internal.description.TextForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Stytch project. What is not pinned is made at random. */
public record StytchSeed(
    @Description("The project's id: the user name of every request.")
        @TextForm(
            says = "an id that begins with project-test-",
            pattern = "project-test-[0-9a-z-]{1,100}")
        @Nullable String projectId,
    @Description("The password of every request.")
        @TextForm(
            says = "a secret that begins with secret-test-",
            pattern = "secret-test-[A-Za-z0-9_=-]{1,200}")
        @Nullable String secret,
    @Description("What browsers name the project with.")
        @TextForm(
            says = "a token that begins with public-token-test-",
            pattern = "public-token-test-[0-9A-Za-z-]{1,100}")
        @Nullable String publicToken,
    @Description("What signs its webhooks.")
        @TextForm(
            says = "whsec_ and Base64",
            pattern = "whsec_(?:[A-Za-z0-9+/]{4}){4,22}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
        @Nullable String webhookSecret,
    @Description("How the project is configured; what is left out is as in a new project.")
        @Attributed(by = StytchSettingsForm.class, object = "StytchSeedSettings")
        @Nullable StytchSettings settings,
    @Description("Machines with credentials of their own.") List<M2mClientSeed> m2mClients,
    @Description("Applications that sign their users in with the project.")
        List<ConnectedAppSeed> connectedApps) {

  /** The project, no secret. */
  @Override
  public String toString() {
    return "StytchSeed[" + projectId + "]";
  }
}
