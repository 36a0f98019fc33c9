package dev.keyway.emulator.internal.stytch.rules;

import dev.keyway.emulator.internal.stytch.state.CryptoWallet;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import dev.keyway.emulator.internal.stytch.state.UserIndex;
import java.util.Optional;

/** Users' crypto wallets, and the index that finds users by them. */
public final class UserWallets {
  private UserWallets() {}

  /** Whose wallet it is. */
  public static Optional<StytchUser> owner(StytchProject project, String type, String address) {
    return project
        .handles()
        .owner(UserIndex.Kind.CRYPTO_WALLET_ADDRESS, CryptoWallet.handle(type, address));
  }

  /** A user's wallet with an address. */
  public static Optional<CryptoWallet> find(StytchUser user, String type, String address) {
    String handle = CryptoWallet.handle(type, address);
    return user.cryptoWallets.stream().filter(w -> w.handle().equals(handle)).findFirst();
  }

  /** Gives a user a wallet that nobody has. */
  public static void add(StytchProject project, StytchUser user, CryptoWallet wallet) {
    user.cryptoWallets.add(wallet);
    project.handles().claim(UserIndex.Kind.CRYPTO_WALLET, wallet.id(), user);
    project.handles().claim(UserIndex.Kind.CRYPTO_WALLET_ADDRESS, wallet.handle(), user);
  }

  /** Takes a wallet from its user. */
  public static void remove(StytchProject project, StytchUser user, String walletId) {
    user.cryptoWallets.stream()
        .filter(wallet -> wallet.id().equals(walletId))
        .forEach(w -> project.handles().release(UserIndex.Kind.CRYPTO_WALLET_ADDRESS, w.handle()));
    project.handles().release(UserIndex.Kind.CRYPTO_WALLET, walletId);
    user.cryptoWallets.removeIf(wallet -> wallet.id().equals(walletId));
  }
}
