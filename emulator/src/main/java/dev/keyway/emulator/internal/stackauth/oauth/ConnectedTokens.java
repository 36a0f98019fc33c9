package dev.keyway.emulator.internal.stackauth.oauth;

import dev.keyway.emulator.internal.idp.Grant;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.state.OAuthAccount;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Access tokens of social providers: kept ones while they last, then fresh ones. */
final class ConnectedTokens {
  /** With less left than this a token is not handed out any more. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private ConnectedTokens() {}

  /**
   * A token that covers all scopes.
   *
   * @throws StackAuthFailure if there is no account, no grant covers the scopes, or the provider
   *     takes back what it granted: in this order
   */
  static String find(
      StackAuthProject project, String userId, List<OAuthAccount> accounts, Set<String> scopes) {
    if (accounts.isEmpty()) {
      throw KnownError.OAUTH_CONNECTION_NOT_CONNECTED_TO_USER.failure();
    }
    boolean covered = false;
    for (OAuthAccount account : accounts) {
      for (Grant grant : account.grants()) {
        if (Set.copyOf(grant.scopes()).containsAll(scopes)) {
          covered = true;
          Optional<Grant> good = current(project, userId, account, grant);
          if (good.isPresent()) {
            return good.get().accessToken();
          }
        }
      }
    }
    throw (covered
            ? KnownError.OAUTH_CONNECTION_NOT_CONNECTED_TO_USER
            : KnownError.OAUTH_CONNECTION_DOES_NOT_HAVE_REQUIRED_SCOPE)
        .failure();
  }

  private static Optional<Grant> current(
      StackAuthProject project, String userId, OAuthAccount account, Grant grant) {
    if (grant.expiresAt().isAfter(project.now().plus(MARGIN))) {
      return Optional.of(grant);
    }
    Optional<Grant> fresh = project.identityProvider().refresh(grant.refreshToken());
    fresh.ifPresent(
        renewed ->
            project
                .users()
                .byId(userId)
                .ifPresent(user -> project.oauthAccounts().put(user, account.granted(renewed))));
    return fresh;
  }
}
