package dev.keyway.emulator.seed;

/** The providers, as a seed names them. */
public enum ProviderName {
  /** Stack Auth. */
  STACKAUTH,
  /** Stytch. */
  STYTCH
}
