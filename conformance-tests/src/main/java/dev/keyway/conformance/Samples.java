package dev.keyway.conformance;

import dev.keyway.Secret;

/** Passwords that every provider's default policy accepts, and one that none does. */
final class Samples {

  static final Secret PASSWORD = Secret.of("quiet-Harbour-74-lanterns");
  static final Secret OTHER_PASSWORD = Secret.of("amber-Window-19-tramlines");
  static final Secret THIRD_PASSWORD = Secret.of("copper-Meadow-52-whistles");
  static final Secret WEAK_PASSWORD = Secret.of("abc123");

  private Samples() {}
}
