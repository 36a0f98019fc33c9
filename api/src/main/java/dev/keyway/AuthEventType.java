package dev.keyway;

/**
 * What an {@link AuthEvent} says has happened. New ones may be added, so a {@code switch} needs a
 * default.
 */
public enum AuthEventType {
  /** A user was made, by signing up or by a server. */
  USER_CREATED,
  /** A user was changed; {@link AuthEvent#user()} is how the user is now. */
  USER_UPDATED,
  /** A user was deleted. */
  USER_DELETED,
  /** Something that has no neutral name; {@link AuthEvent#providerType()} tells what. */
  OTHER
}
