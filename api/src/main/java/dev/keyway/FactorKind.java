package dev.keyway;

/** How a person proved to be who they are. */
public enum FactorKind {
  /** A password. */
  PASSWORD,
  /** A code sent by e-mail. */
  EMAIL_OTP,
  /** A code sent as a text message. */
  SMS_OTP,
  /** A code sent by WhatsApp. */
  WHATSAPP_OTP,
  /** A link, mailed or handed over by the application. */
  MAGIC_LINK,
  /** An identity provider. */
  OAUTH,
  /** A passkey or security key (WebAuthn). */
  PASSKEY,
  /** An authenticator app. */
  TOTP,
  /** A recovery code. */
  RECOVERY_CODE,
  /** Something that this version has no name for. */
  OTHER
}
