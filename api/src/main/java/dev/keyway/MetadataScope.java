package dev.keyway;

/** Who may read and write a part of a user's metadata. */
public enum MetadataScope {
  /** The user's own browser may read and write it. Trust nothing in it. */
  USER_WRITABLE,
  /** The user's own browser may read it; only servers write it. */
  USER_READABLE,
  /** Only servers see it. Not every provider has such a place. */
  SERVER_ONLY
}
