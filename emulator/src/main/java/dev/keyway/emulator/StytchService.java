package dev.keyway.emulator;

import dev.keyway.emulator.stytch.ForgedSessionTokens;
import dev.keyway.emulator.stytch.StytchProject;
import dev.keyway.emulator.stytch.StytchSettings;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Stytch as one world sees it: where it is, and the credentials of the world's project. */
public final class StytchService {
  private final URI baseUrl;
  private final StytchProject project;

  StytchService(URI baseUrl, StytchProject project) {
    this.baseUrl = baseUrl;
    this.project = project;
  }

  /** What stands for {@code https://test.stytch.com}; without a trailing slash. */
  public URI baseUrl() {
    return baseUrl;
  }

  /** Project id: the user name of every request. */
  public String projectId() {
    return project.id();
  }

  /** Secret: the password of every request. */
  public String secret() {
    return project.secret();
  }

  /** What browsers name the project with. */
  public String publicToken() {
    return project.publicToken();
  }

  /** The public keys of session JWTs. */
  public URI jwksUrl() {
    return URI.create(baseUrl + "/v1/sessions/jwks/" + projectId());
  }

  /** The issuer of session JWTs, which is no URL. */
  public String issuer() {
    return "stytch.com/" + projectId();
  }

  /** The project's present settings. */
  public StytchSettings settings() {
    return project.settings();
  }

  /** Changes the project's settings; requests that come later see them. */
  public void configure(UnaryOperator<StytchSettings.Builder> change) {
    project.configure(change);
  }

  /** Signs with a new key from now on; the old one is published for {@code overlap} more. */
  public void rotateKeys(Duration overlap) {
    project.rotateKeys(overlap);
  }

  /**
   * A session JWT of a user that has one flaw and is otherwise as the service would issue it now:
   * for tests of your own verifier. It is of the user's newest session, or of one that never was.
   * Nothing in the world changes.
   *
   * @throws UnknownIdException if there is no such user
   */
  public String forgeToken(String userId, Forgery how) {
    return ForgedSessionTokens.forge(project, userId, how);
  }

  /** Base URL and project, no secret. */
  @Override
  public String toString() {
    return "StytchService[" + baseUrl + ", project " + projectId() + "]";
  }
}
