package dev.keyway.providers.stytch.consumer;

import static dev.keyway.providers.http.ViewCalls.notNull;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * A crypto wallet, by its public address.
 *
 * @param type the chain
 * @param address as the chain writes it
 */
public record Wallet(WalletType type, String address) {

  private static final int LONGEST = 256;

  /** Checks that both are there; what an address looks like is for the provider to say. */
  public Wallet {
    require(type, address);
  }

  private static void require(@Nullable WalletType type, @Nullable String address) {
    notNull(type, "type");
    if (address == null || address.isBlank() || address.length() > LONGEST) {
      throw AuthException.of(ErrorCode.INVALID_ARGUMENT, "address is not one of a wallet");
    }
  }

  /** An Ethereum wallet. */
  public static Wallet ethereum(String address) {
    return new Wallet(WalletType.ETHEREUM, address);
  }

  /** A Solana wallet. */
  public static Wallet solana(String address) {
    return new Wallet(WalletType.SOLANA, address);
  }
}
