package dev.keyway.providers.stytch.consumer;

/** Whose a connected app is, and whether it can keep a secret. */
public enum ConnectedAppType {
  /** One's own, with a secret. */
  FIRST_PARTY,
  /** One's own, without a secret: in a browser or on a phone. */
  FIRST_PARTY_PUBLIC,
  /** Somebody else's, with a secret. */
  THIRD_PARTY,
  /** Somebody else's, without a secret. */
  THIRD_PARTY_PUBLIC
}
