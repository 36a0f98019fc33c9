package dev.keyway.emulator.internal.attribute;

/**
 * Where a vendor's own API has an attribute.
 *
 * @param name as it is on the wire
 * @param readers who sees it there
 * @param writers who sets it there, as it is
 */
public record WireField(String name, Who readers, Who writers) {
  /** Who sees or sets an attribute on the wire. */
  public enum Who {
    /** No one, or in a way of its own. */
    NOBODY,
    /** Whoever holds a secret: servers and administrators. */
    TRUSTED,
    /** Clients as well. */
    EVERYBODY
  }
}
