package dev.keyway.emulator;

/** How it is known that the real service behaves as emulated. */
public enum Provenance {
  /** Read in the vendor's own source code. */
  VENDOR_SOURCE("vendor-source"),
  /** Read in the vendor's documentation or its SDKs. */
  DOCUMENTED("documented"),
  /** Deduced. */
  INFERRED("inferred");

  private final String tag;

  Provenance(String tag) {
    this.tag = tag;
  }

  /** The tag used in coverage lists. */
  public String tag() {
    return tag;
  }
}
