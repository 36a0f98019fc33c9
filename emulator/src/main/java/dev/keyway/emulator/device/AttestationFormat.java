package dev.keyway.emulator.device;

/** How the virtual authenticator proves what it is. */
public enum AttestationFormat {
  /** Not at all. */
  NONE,
  /** By a {@code packed} statement that is signed with the new key itself. */
  PACKED_SELF,
  /**
   * As Android devices do, by an {@code android-key} statement with a certificate of the new key.
   */
  ANDROID_KEY
}
