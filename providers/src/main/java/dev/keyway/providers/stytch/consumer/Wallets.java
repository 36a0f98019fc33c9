package dev.keyway.providers.stytch.consumer;

import dev.keyway.CallOptions;
import dev.keyway.ErrorCode;
import dev.keyway.SignInOptions;
import dev.keyway.SignInResult;

/**
 * Sign-in by a crypto wallet: the provider gives a message, the wallet signs it.
 *
 * @see StytchConsumer#wallets()
 * @see <a href="https://stytch.com/docs/api/crypto-wallet-authenticate-start">Stytch: crypto
 *     wallets</a>
 */
public interface Wallets {

  /**
   * Begins a sign-in. A wallet that nobody has makes a pending user. It takes the place of an
   * earlier message for the wallet.
   *
   * <p>Fails with {@link ErrorCode#INVALID_ARGUMENT} for an address that the chain has none of.
   *
   * @param wallet whose owner signs in
   * @param options the timeout
   * @return the message to sign
   */
  WalletChallenge start(Wallet wallet, CallOptions options);

  /**
   * Begins a sign-in with a message after EIP-4361, which wallets show to their owners in a form of
   * its own; else as {@link #start}.
   *
   * <p>Fails with {@link ErrorCode#INVALID_ARGUMENT} for a wallet of another chain.
   *
   * @param wallet whose owner signs in
   * @param message what the message says
   * @param options the timeout
   * @return the message to sign
   */
  WalletChallenge startWithEthereum(Wallet wallet, EthereumMessage message, CallOptions options);

  /**
   * Ends a sign-in. A user with a second factor is asked for it, as after any first factor.
   *
   * <p>Fails with {@link ErrorCode#SIGNATURE_REFUSED} for a signature of another wallet or message,
   * or of one that is old or was used; with {@link ErrorCode#RESOURCE_NOT_FOUND} for a wallet that
   * was given no message; with {@link ErrorCode#ACCOUNT_LOCKED}.
   *
   * @param wallet the same as at the start
   * @param signature as the wallet gives it
   * @param options as for any sign-in
   * @return the session, or the demand for a second factor
   */
  SignInResult authenticate(Wallet wallet, String signature, SignInOptions options);
}
