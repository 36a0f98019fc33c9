package dev.keyway.emulator.internal.stackauth.state;

import dev.keyway.emulator.internal.state.Users;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds users by their social accounts without asking everybody. An entry is a hint: who was
 * deleted or lost the account since is passed over, so nothing needs to be taken out.
 */
public final class OAuthAccounts {
  private final Map<Key, Set<String>> holders = new HashMap<>();

  /** The same, to be changed apart from this one. */
  OAuthAccounts copy() {
    OAuthAccounts copy = new OAuthAccounts();
    holders.forEach((key, users) -> copy.holders.put(key, new LinkedHashSet<>(users)));
    return copy;
  }

  /** Gives a user an account, in place of the record with the same id if there is one. */
  public void put(StackAuthUser user, OAuthAccount account) {
    int at = indexOf(user, account.id());
    if (at < 0) {
      user.oauthAccounts.add(account);
    } else {
      user.oauthAccounts.set(at, account);
    }
    holders
        .computeIfAbsent(
            new Key(account.providerId(), account.accountId()), key -> new LinkedHashSet<>())
        .add(user.id());
  }

  /** Takes an account away from its user. */
  public void remove(StackAuthUser user, OAuthAccount account) {
    user.oauthAccounts.removeIf(other -> other.id().equals(account.id()));
  }

  /** The user whom an account signs in. */
  public Optional<StackAuthUser> signedInBy(
      Users<StackAuthUser> users, String provider, String accountId) {
    return holder(users, provider, accountId, OAuthAccount::allowSignIn);
  }

  /** The first user who has an account, for whatever use. */
  public Optional<StackAuthUser> holder(
      Users<StackAuthUser> users, String provider, String accountId) {
    return holder(users, provider, accountId, account -> true);
  }

  private Optional<StackAuthUser> holder(
      Users<StackAuthUser> users,
      String provider,
      String accountId,
      Predicate<OAuthAccount> which) {
    return holders.getOrDefault(new Key(provider, accountId), Set.of()).stream()
        .flatMap(id -> users.byId(id).stream())
        .filter(
            user ->
                user.oauthAccounts.stream()
                    .anyMatch(account -> account.is(provider, accountId) && which.test(account)))
        .findFirst();
  }

  private static int indexOf(StackAuthUser user, String id) {
    for (int i = 0; i < user.oauthAccounts.size(); i++) {
      if (user.oauthAccounts.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  private record Key(String providerId, String accountId) {}
}
