package dev.keyway.providers.stytch.consumer;

/** What a {@link Factor} is. */
public enum FactorKind {
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
