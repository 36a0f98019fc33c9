package dev.keyway.emulator.internal.settings;

/**
 * Where a vendor's own API has a setting. Its administrators write it there.
 *
 * @param name as it is on the wire
 * @param readers who sees it there
 */
public record WireField(String name, Readers readers) {
  /** Who sees a setting on the wire. */
  public enum Readers {
    /** It goes in and never comes out. */
    NOBODY,
    /** Administrators. */
    ADMINISTRATORS,
    /** Whoever knows the project. */
    EVERYBODY
  }
}
