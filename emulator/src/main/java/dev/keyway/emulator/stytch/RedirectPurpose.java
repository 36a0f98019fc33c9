package dev.keyway.emulator.stytch;

/** What a registered redirect URL may be used for. */
public enum RedirectPurpose {
  /** Signing in. */
  LOGIN,
  /** Signing up. */
  SIGNUP,
  /** Accepting an invitation. */
  INVITE,
  /** Choosing a new password. */
  RESET_PASSWORD
}
