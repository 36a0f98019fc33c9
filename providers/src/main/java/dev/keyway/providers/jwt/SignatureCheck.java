package dev.keyway.providers.jwt;

/** Checks signatures by one key. Safe for use by several threads. */
interface SignatureCheck {

  /** Whether the bytes are what the key's owner signed. */
  boolean isRight(byte[] signed, byte[] signature);
}
