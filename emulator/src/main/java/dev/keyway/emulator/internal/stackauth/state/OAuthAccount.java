package dev.keyway.emulator.internal.stackauth.state;

import dev.keyway.emulator.internal.idp.Grant;
import dev.keyway.emulator.internal.snapshot.NotInSeed;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A social account of a user. Immutable; {@link OAuthAccounts} keeps the present state of each.
 *
 * @param id of this record of the account
 * @param providerId for example {@code google}
 * @param accountId the provider's own id of the person
 * @param email their address there, where it is known
 * @param allowSignIn whether it signs its user in; of each provider a user has one that does
 * @param allowConnectedAccounts whether the provider's access tokens may be had
 * @param createdAt when the user got it
 * @param grants what the person granted, the newest first, one for each set of scopes
 */
public record OAuthAccount(
    String id,
    String providerId,
    String accountId,
    @Nullable String email,
    boolean allowSignIn,
    boolean allowConnectedAccounts,
    Instant createdAt,
    @NotInSeed("the social providers' tokens") List<Grant> grants) {
  public OAuthAccount {
    grants = List.copyOf(grants);
  }

  /** A new record that allows everything and holds no grant yet. */
  public static OAuthAccount of(
      StackAuthProject project, String providerId, String accountId, @Nullable String email) {
    return new OAuthAccount(
        project.context().random().uuid(),
        providerId,
        accountId,
        email,
        true,
        true,
        project.now(),
        List.of());
  }

  public boolean is(String provider, String account) {
    return providerId.equals(provider) && accountId.equals(account);
  }

  /** The same for another account or address. */
  public OAuthAccount with(String account, @Nullable String address) {
    return new OAuthAccount(
        id,
        providerId,
        account,
        address,
        allowSignIn,
        allowConnectedAccounts,
        createdAt,
        account.equals(accountId) ? grants : List.of());
  }

  /** The same with other permissions. */
  public OAuthAccount allowing(boolean signIn, boolean connectedAccounts) {
    return new OAuthAccount(
        id, providerId, accountId, email, signIn, connectedAccounts, createdAt, grants);
  }

  /** The same with a newer grant, which takes the place of one of the same scopes. */
  public OAuthAccount granted(Grant grant) {
    Set<String> scopes = Set.copyOf(grant.scopes());
    List<Grant> all =
        Stream.concat(
                Stream.of(grant),
                grants.stream().filter(old -> !Set.copyOf(old.scopes()).equals(scopes)))
            .toList();
    return new OAuthAccount(
        id, providerId, accountId, email, allowSignIn, allowConnectedAccounts, createdAt, all);
  }

  /** Whose account it is, no token. */
  @Override
  public String toString() {
    return "OAuthAccount[" + providerId + ", " + accountId + "]";
  }
}
