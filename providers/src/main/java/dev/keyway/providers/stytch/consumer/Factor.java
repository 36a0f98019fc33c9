package dev.keyway.providers.stytch.consumer;

/**
 * One thing that a user signs in with.
 *
 * @param kind what it is
 * @param id Stytch's id of it
 * @param label what the user knows it by: the address, the number, the provider, the wallet's
 *     address, the passkey's name; blank where it has none
 * @param verified whether it was proved once
 */
public record Factor(FactorKind kind, String id, String label, boolean verified) {

  /** Without the label, which may say who somebody is. */
  @Override
  public String toString() {
    return "Factor[" + kind + ", " + id + "]";
  }
}
