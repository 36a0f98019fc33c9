package dev.keyway.emulator.internal.webauthn;

/** How strictly binary values in a credential's JSON are read. */
public enum Base64Form {
  /** The URL-safe alphabet only, as browsers' {@code toJSON()} writes it; padding is tolerated. */
  URL,
  /** Either alphabet, for vendors that also take what pages encode themselves with {@code btoa}. */
  ANY
}
