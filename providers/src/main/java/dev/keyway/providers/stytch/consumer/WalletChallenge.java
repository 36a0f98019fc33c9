package dev.keyway.providers.stytch.consumer;

import dev.keyway.UserId;

/**
 * What a wallet has to sign.
 *
 * @param text the message, to be signed as it is
 * @param user whose wallet it is
 * @param userCreated whether the user was made for it, and stays pending until it is signed
 */
public record WalletChallenge(String text, UserId user, boolean userCreated) {

  /** The user only. */
  @Override
  public String toString() {
    return "WalletChallenge[of " + user.value() + "]";
  }
}
