package dev.keyway.emulator.internal.fault;

/** A header that a fault adds to what it responds. */
record Header(String name, String value) {
  Header {
    if (!name.matches("[A-Za-z0-9-]+") || !value.matches("[\\x20-\\x7e]*")) {
      throw new IllegalArgumentException("a header has a name of letters and one line of text");
    }
  }
}
