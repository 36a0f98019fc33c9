package dev.keyway.emulator.internal.stytch.rules;

import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stytch.protocol.ClientCredentials;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import java.util.Optional;

/** What the endpoints of OAuth 2.0 have in common: their path names the project. */
public final class OAuthCalls {
  public static final Field<String> CLIENT_ID = Field.text("client_id");

  public static final Field<String> CLIENT_SECRET = Field.text("client_secret");

  private OAuthCalls() {}

  /**
   * The project that the path names, whatever else the request names.
   *
   * @throws StytchFailure {@code project_not_found}
   */
  public static StytchProject project(StytchCall call) {
    if (!call.path("project_id").equals(call.project().id())) {
      throw StytchError.PROJECT_NOT_FOUND.failure();
    }
    return call.project();
  }

  /**
   * What the client says of itself. The body wins. The vendor's Java SDK sends the project's own
   * credentials along by the Basic scheme, which say nothing of the client.
   */
  public static Optional<ClientCredentials> client(StytchCall call) {
    Optional<ClientCredentials> basic =
        call.basic().filter(pair -> !pair.id().equals(call.project().id()));
    return call.find(CLIENT_ID)
        .map(
            id ->
                new ClientCredentials(
                    id,
                    call.find(CLIENT_SECRET)
                        .or(
                            () ->
                                basic
                                    .filter(pair -> pair.id().equals(id))
                                    .flatMap(ClientCredentials::secret))))
        .or(() -> basic);
  }
}
