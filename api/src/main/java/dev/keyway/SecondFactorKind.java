package dev.keyway;

/** A proof that can complete a sign-in which a first factor began. */
public enum SecondFactorKind {
  /** A code of an authenticator app. */
  TOTP,
  /** A code of the list given at enrolment; each works once. */
  RECOVERY_CODE,
  /** A code sent as a text message. */
  SMS_OTP,
  /** A code sent by e-mail. */
  EMAIL_OTP
}
