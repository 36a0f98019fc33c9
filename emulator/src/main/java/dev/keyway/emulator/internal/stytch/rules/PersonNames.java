package dev.keyway.emulator.internal.stytch.rules;

import dev.keyway.emulator.internal.stytch.protocol.Fields;
import dev.keyway.emulator.internal.stytch.state.PersonName;

/** Names as requests change them. */
public final class PersonNames {
  private PersonNames() {}

  /** The name with the parts that were sent. */
  public static PersonName changed(PersonName name, Fields sent) {
    return new PersonName(
        sent.givenText("first_name").orElse(name.first()),
        sent.givenText("middle_name").orElse(name.middle()),
        sent.givenText("last_name").orElse(name.last()));
  }
}
