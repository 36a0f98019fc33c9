package dev.keyway.emulator.internal.stytch.protocol;

import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.token.ConstantTime;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The project id and secret that a request carries (RFC 7617); both empty when it has none. */
record Credentials(String projectId, String secret) {
  private static final Credentials NONE = new Credentials("", "");
  private static final String SCHEME = "basic ";

  static Credentials of(Request request) {
    String header = request.header("authorization").orElse("");
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return NONE;
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      String pair = new String(decoded, StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? NONE
          : new Credentials(pair.substring(0, colon), pair.substring(colon + 1));
    } catch (IllegalArgumentException notBase64) {
      return NONE;
    }
  }

  /**
   * Checks that these are {@code project}'s credentials.
   *
   * @throws StytchFailure if they are not
   */
  void require(@Nullable StytchProject project) {
    if (equals(NONE)) {
      throw refused(
          "The request has no project id and secret: it needs an Authorization header of the"
              + " Basic scheme.");
    }
    if (project == null || !project.id().equals(projectId)) {
      throw refused("No open project has the project id in the Authorization header.");
    }
    if (!ConstantTime.equal(project.secret(), secret)) {
      throw refused("The project id is right, and the project's secret is wrong.");
    }
  }

  /** The same as a client's; empty if the request has none. */
  Optional<ClientCredentials> asClient() {
    return equals(NONE)
        ? Optional.empty()
        : Optional.of(new ClientCredentials(projectId, Optional.of(secret)));
  }

  private static StytchFailure refused(String cause) {
    return StytchError.UNAUTHORIZED_CREDENTIALS.failure().because(cause);
  }

  @Override
  public String toString() {
    return "Credentials[" + projectId + "]";
  }
}
