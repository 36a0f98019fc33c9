package dev.keyway.emulator.internal.stytch.rules;

import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stytch.protocol.Bodies;
import java.util.List;

/** What bodies of several areas say of a user. */
public final class UserFields {
  /** A user id, or an external id in its place. */
  public static final Field<String> USER_ID = Field.text("user_id");

  public static final Field<String> EMAIL = Field.text("email");

  public static final Field<String> PHONE_NUMBER = Field.text("phone_number");

  public static final Field<String> EXTERNAL_ID = Field.text("external_id");

  public static final Field<List<String>> ROLES = Bodies.texts("roles");

  public static final Field<Boolean> CREATE_AS_PENDING =
      Field.flag("create_user_as_pending").optional(false);

  private UserFields() {}
}
