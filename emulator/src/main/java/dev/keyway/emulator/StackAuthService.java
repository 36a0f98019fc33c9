package dev.keyway.emulator;

import dev.keyway.emulator.stackauth.StackAuthSettings;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Stack Auth as one world sees it: where it is, and the keys of the world's project. */
public interface StackAuthService {

  /** What stands for {@code https://api.stack-auth.com}; without a trailing slash. */
  URI baseUrl();

  /** Project id. */
  String projectId();

  /** The key that browsers may hold. */
  String publishableClientKey();

  /** The key of servers. */
  String secretServerKey();

  /** The key of administrators. */
  String superSecretAdminKey();

  /** The public keys of ordinary users' access tokens. */
  URI jwksUrl();

  /** The issuer of ordinary users' access tokens. */
  String issuer();

  /** The project's present settings. */
  StackAuthSettings settings();

  /** Changes the project's settings; requests that come later see them. */
  void configure(UnaryOperator<StackAuthSettings.Builder> change);

  /** Signs with new keys from now on; the old ones are published for {@code overlap} more. */
  void rotateKeys(Duration overlap);

  /**
   * An access token of a user that has one flaw and is otherwise as the service would issue it now:
   * for tests of your own verifier. It names the user's newest session, or one that never was.
   * Nothing in the world changes.
   *
   * @throws UnknownIdException if there is no such user
   */
  String forgeToken(String userId, Forgery how);
}
