package dev.keyway.emulator;

import dev.keyway.emulator.stackauth.ForgedAccessTokens;
import dev.keyway.emulator.stackauth.StackAuthProject;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Stack Auth as one world sees it: where it is, and the keys of the world's project. */
public final class StackAuthService {
  private final URI baseUrl;
  private final StackAuthProject project;

  StackAuthService(URI baseUrl, StackAuthProject project) {
    this.baseUrl = baseUrl;
    this.project = project;
  }

  /** What stands for {@code https://api.stack-auth.com}; without a trailing slash. */
  public URI baseUrl() {
    return baseUrl;
  }

  /** Project id. */
  public String projectId() {
    return project.id();
  }

  /** The key that browsers may hold. */
  public String publishableClientKey() {
    return project.publishableClientKey();
  }

  /** The key of servers. */
  public String secretServerKey() {
    return project.secretServerKey();
  }

  /** The key of administrators. */
  public String superSecretAdminKey() {
    return project.superSecretAdminKey();
  }

  /** The public keys of ordinary users' access tokens. */
  public URI jwksUrl() {
    return URI.create(issuer() + "/.well-known/jwks.json");
  }

  /** The issuer of ordinary users' access tokens. */
  public String issuer() {
    return baseUrl + "/api/v1/projects/" + projectId();
  }

  /** The project's present settings. */
  public StackAuthSettings settings() {
    return project.settings();
  }

  /** Changes the project's settings; requests that come later see them. */
  public void configure(UnaryOperator<StackAuthSettings.Builder> change) {
    project.configure(change);
  }

  /** Signs with new keys from now on; the old ones are published for {@code overlap} more. */
  public void rotateKeys(Duration overlap) {
    project.rotateKeys(overlap);
  }

  /**
   * An access token of a user that has one flaw and is otherwise as the service would issue it now:
   * for tests of your own verifier. It names the user's newest session, or one that never was.
   * Nothing in the world changes.
   *
   * @throws UnknownIdException if there is no such user
   */
  public String forgeToken(String userId, Forgery how) {
    return ForgedAccessTokens.forge(project, userId, how);
  }

  /** Base URL and project, no key. */
  @Override
  public String toString() {
    return "StackAuthService[" + baseUrl + ", project " + projectId() + "]";
  }
}
