package dev.keyway.emulator.internal.stytch.idp;

import dev.keyway.emulator.internal.stytch.protocol.ClientCredentials;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.state.ConnectedApp;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import java.util.Optional;

/** Which app a request comes from. */
final class AppClients {
  private AppClients() {}

  /**
   * The app whose credentials came. A public app has no secret, and one that is sent says nothing.
   *
   * @throws StytchFailure {@code invalid_client}, whatever is wrong with them
   */
  static ConnectedApp require(StytchProject project, Optional<ClientCredentials> credentials) {
    ClientCredentials sent = credentials.orElseThrow(() -> refused("The request names no client."));
    ConnectedApp app =
        project
            .connectedApps()
            .find(sent.id())
            .orElseThrow(() -> refused("The project has no app with this client id."));
    if (!app.type().isPublic() && !app.secrets().accept(sent.secret().orElse(""))) {
      throw refused("The client id is right, and the client's secret is wrong or missing.");
    }
    return app;
  }

  private static StytchFailure refused(String cause) {
    return StytchError.INVALID_CLIENT.failure().because(cause);
  }
}
