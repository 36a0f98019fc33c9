package dev.keyway.providers.stytch.consumer;

import dev.keyway.AuthException;

/**
 * What Stytch's consumer product has and the neutral interfaces do not: {@code
 * client.unwrap(StytchConsumer.class)}.
 *
 * <p>Its calls keep the promises of the neutral ones: arguments are checked before anything is
 * sent, observers see them as {@code stytch.AREA.CALL}, each ends within its timeout, nothing is
 * repeated, and a failure is an {@link AuthException}. Secrets that come back are in types that
 * don't show them.
 *
 * @see <a href="https://stytch.com/docs/api">Stytch's API</a>
 */
public interface StytchConsumer {

  /** Magic links that the application delivers itself, and invitations. */
  Links links();

  /** Sign-in by crypto wallets. */
  Wallets wallets();

  /** Applications that sign their users in through this project. */
  ConnectedApps connectedApps();

  /** The page on which users let those applications in. */
  Consents consents();

  /** All that a user signs in with, and how to take it off. */
  Factors factors();

  /** Roles: what the users of sessions may do. */
  Rbac rbac();

  /** Acting as a user, for those who run the project. */
  Impersonation impersonation();

  /** Sessions for those who proved to another system who they are, such as {@code migrate}. */
  ForeignSessions foreignSessions();

  /** The project itself. */
  Project project();
}
