package dev.keyway.emulator.internal.stackauth.oauth;

import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.state.OAuthAccount;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import java.util.Optional;
import java.util.stream.Stream;

/** Which social accounts may stand beside each other. */
final class OAuthAccountRules {
  private OAuthAccountRules() {}

  /**
   * Refuses what is asked of an account if another one stands in its way.
   *
   * @param account as it is before the change; a new one as it will be
   * @param signIn whether it is asked to sign its user in
   * @param accountId the provider's id of the person, if that is asked for
   */
  static void check(
      StackAuthProject project,
      StackAuthUser user,
      OAuthAccount account,
      boolean signIn,
      Optional<String> accountId) {
    if (signIn && others(user, account).anyMatch(OAuthAccount::allowSignIn)) {
      throw StackAuthFailure.text(
          400, "The same provider type with sign-in enabled already exists for this user.");
    }
    if (accountId.isPresent()
        && others(user, account).anyMatch(other -> other.accountId().equals(accountId.get()))) {
      throw StackAuthFailure.text(
          400, "The same provider type with the same account ID already exists for this user.");
    }
    if (signIn && usedElsewhere(project, account, accountId)) {
      throw KnownError.OAUTH_PROVIDER_ACCOUNT_ID_ALREADY_USED_FOR_SIGN_IN.failure();
    }
  }

  private static Stream<OAuthAccount> others(StackAuthUser user, OAuthAccount account) {
    return user.oauthAccounts.stream()
        .filter(other -> !other.id().equals(account.id()))
        .filter(other -> other.providerId().equals(account.providerId()));
  }

  /**
   * Inferred: a change that names no account id is compared with every account of the project that
   * signs somebody in, so one other is enough to refuse it.
   */
  private static boolean usedElsewhere(
      StackAuthProject project, OAuthAccount account, Optional<String> accountId) {
    if (accountId.isPresent()) {
      return project
          .oauthAccounts()
          .signedInBy(project.users(), account.providerId(), accountId.get())
          .filter(
              user ->
                  user.oauthAccounts.stream()
                      .filter(OAuthAccount::allowSignIn)
                      .anyMatch(
                          other ->
                              !other.id().equals(account.id())
                                  && other.is(account.providerId(), accountId.get())))
          .isPresent();
    }
    return project.users().all().stream()
        .flatMap(user -> user.oauthAccounts.stream())
        .anyMatch(other -> other.allowSignIn() && !other.id().equals(account.id()));
  }
}
