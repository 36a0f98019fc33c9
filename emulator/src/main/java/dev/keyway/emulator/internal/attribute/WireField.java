package dev.keyway.emulator.internal.attribute;

/**
 * Where a vendor's own API has an attribute.
 *
 * @param name as it is on the wire
 * @param readers who sees it there
 * @param writers who sets it there, as it is
 * @param longest how many characters it may have there
 */
public record WireField(String name, Who readers, Who writers, int longest) {
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
