package dev.keyway.emulator.ui;

/** The entries of the two menus. */
enum Section {
  NONE(""),
  WORLDS("Worlds"),
  STRAYS("Stray requests"),
  INBOX("Inbox"),
  LEDGER("Ledger"),
  FAULTS("Faults"),
  CLOCK("Clock");

  private final String label;

  Section(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
