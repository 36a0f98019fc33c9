package dev.keyway.emulator.stytch;

/** Names as requests change them. */
final class PersonNames {
  private PersonNames() {}

  /** The name with the parts that were sent. */
  static PersonName changed(PersonName name, Fields sent) {
    return new PersonName(
        sent.givenText("first_name").orElse(name.first()),
        sent.givenText("middle_name").orElse(name.middle()),
        sent.givenText("last_name").orElse(name.last()));
  }
}
