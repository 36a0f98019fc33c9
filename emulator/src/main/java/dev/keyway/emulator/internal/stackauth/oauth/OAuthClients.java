package dev.keyway.emulator.internal.stackauth.oauth;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stackauth.protocol.Authenticator;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.state.AccessType;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import java.util.Optional;

/**
 * OAuth calls a project a client: its id is {@code {project id}} or {@code {project id}#{branch}},
 * its secret is the publishable key.
 */
final class OAuthClients {
  static final Field<String> ID = Field.text("client_id");
  static final Field<String> SECRET = Field.text("client_secret");

  private static final String ONLY_BRANCH = "main";

  private OAuthClients() {}

  /** The project that the query of a browser's first step names. */
  static StackAuthProject authorizing(StackAuthCall call) {
    String clientId = call.parameter(ID).orElse("");
    StackAuthProject project =
        named(call, clientId)
            .orElseThrow(
                () -> KnownError.INVALID_OAUTH_CLIENT_ID_OR_SECRET.failure("client_id", clientId));
    String secret = call.parameter(SECRET).orElse("");
    if (!opens(project, secret)) {
      throw KnownError.INVALID_PUBLISHABLE_CLIENT_KEY.failure("project_id", project.id());
    }
    return project;
  }

  /** The project that the body of a token request names, where any mistake is told as one. */
  static StackAuthProject authenticated(StackAuthCall call) {
    StackAuthProject project =
        named(call, call.find(ID).orElse("")).orElseThrow(OAuthClients::wrongClient);
    // One that is missing is told as such where the project demands a key.
    if (call.find(SECRET).isEmpty() && !project.settings().requirePublishableClientKey()) {
      throw wrongClient();
    }
    requireOpen(project, call.find(SECRET).orElse(Authenticator.NO_KEY));
    return project;
  }

  /** Refuses a key that is not the project's, and none where the project demands one. */
  static void requireOpen(StackAuthProject project, String secret) {
    if (!opens(project, secret)) {
      throw wrongClient();
    }
  }

  private static Optional<StackAuthProject> named(StackAuthCall call, String clientId) {
    String[] parts = clientId.split("#", 2);
    return parts.length == 1 || parts[1].equals(ONLY_BRANCH)
        ? call.namedProject().filter(project -> project.id().equals(parts[0]))
        : Optional.empty();
  }

  private static boolean opens(StackAuthProject project, String secret) {
    if (!secret.equals(Authenticator.NO_KEY)) {
      return project.keySets().accepts(AccessType.CLIENT, secret, project.now());
    }
    if (project.settings().requirePublishableClientKey()) {
      throw KnownError.PUBLISHABLE_CLIENT_KEY_REQUIRED_FOR_PROJECT.failure(
          "project_id", project.id());
    }
    return true;
  }

  private static StackAuthFailure wrongClient() {
    ObjectNode details = Json.object();
    details.set("client_id", NullNode.getInstance());
    return KnownError.INVALID_OAUTH_CLIENT_ID_OR_SECRET.failure(details);
  }
}
