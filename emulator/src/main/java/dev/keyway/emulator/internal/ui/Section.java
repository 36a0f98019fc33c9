package dev.keyway.emulator.internal.ui;

/** The entries of the two menus. */
enum Section {
  NONE(""),
  WORLDS("Worlds"),
  COVERAGE("Coverage"),
  UNMATCHED("Unmatched requests"),
  INBOX("Inbox"),
  USERS("Users"),
  SOCIAL("Social sign-in"),
  WEBHOOKS("Webhooks"),
  LEDGER("Ledger"),
  FAULTS("Faults"),
  CLOCK("Clock"),
  SETTINGS("Settings"),
  CONNECT("Connect");

  private final String label;

  Section(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
