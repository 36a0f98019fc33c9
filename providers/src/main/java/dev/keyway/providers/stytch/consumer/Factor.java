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
public record Factor(Kind kind, String id, String label, boolean verified) {

  /** Without the label, which may say who somebody is. */
  @Override
  public String toString() {
    return "Factor[" + kind + ", " + id + "]";
  }

  /** What a {@link Factor} is. */
  public enum Kind {
    /** An e-mail address. */
    EMAIL,
    /** A telephone number. */
    PHONE,
    /** The password. */
    PASSWORD,
    /** An account at an identity provider. */
    SOCIAL_ACCOUNT,
    /** A passkey, or a security key. */
    PASSKEY,
    /** An authenticator app. */
    TOTP,
    /** A crypto wallet. */
    WALLET,
    /** A phone's own biometric registration. */
    BIOMETRIC
  }
}
