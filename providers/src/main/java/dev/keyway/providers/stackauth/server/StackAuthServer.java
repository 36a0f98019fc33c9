package dev.keyway.providers.stackauth.server;

import dev.keyway.AuthException;

/**
 * What Stack Auth has for servers and the neutral interfaces do not: {@code
 * client.unwrap(StackAuthServer.class)}.
 *
 * <p>Its calls keep the promises of the neutral ones: arguments are checked before anything is
 * sent, observers see them as {@code stack-auth.AREA.CALL}, each ends within its timeout, nothing
 * is repeated, and a failure is an {@link AuthException}. Secrets that come back are in types that
 * don't show them.
 *
 * @see <a href="https://docs.stack-auth.com/api/overview">Stack Auth's API</a>
 */
public interface StackAuthServer {

  /** The e-mail addresses of users. */
  ContactChannels contactChannels();

  /** Users' accounts at identity providers, and the tokens that open these. */
  ConnectedAccounts connectedAccounts();

  /** What users may do, in the project and in their teams. */
  Permissions permissions();

  /** Which permissions there are; for administrators. */
  PermissionDefinitions permissionDefinitions();

  /** The project's own settings. */
  Project project();

  /** Sign-in of command-line programs. */
  CliSignIn cliSignIn();
}
