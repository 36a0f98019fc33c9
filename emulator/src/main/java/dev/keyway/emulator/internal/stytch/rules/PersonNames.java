package dev.keyway.emulator.internal.stytch.rules;

import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.stytch.state.PersonName;

/** Names as requests change them. */
public final class PersonNames {
  private static final Field<String> FIRST_NAME = Field.text("first_name");
  private static final Field<String> MIDDLE_NAME = Field.text("middle_name");
  private static final Field<String> LAST_NAME = Field.text("last_name");

  /** A person's name, or those of its parts that change. */
  public static final Field<Values> NAME =
      Field.of("name", ObjectType.of(FIRST_NAME, MIDDLE_NAME, LAST_NAME));

  private PersonNames() {}

  /** The name with the parts that were sent. */
  public static PersonName changed(PersonName name, Values sent) {
    return new PersonName(
        sent.given(FIRST_NAME).orElse(name.first()),
        sent.given(MIDDLE_NAME).orElse(name.middle()),
        sent.given(LAST_NAME).orElse(name.last()));
  }
}
