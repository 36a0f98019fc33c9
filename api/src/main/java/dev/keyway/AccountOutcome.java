package dev.keyway;

/** Whether a sign-in made the account. */
public enum AccountOutcome {
  /** The account is new. */
  CREATED,
  /** The account was there before. */
  EXISTING,
  /** The provider does not say. */
  UNKNOWN
}
