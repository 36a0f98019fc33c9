package dev.keyway.emulator.internal.stackauth.protocol;

import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.Length;
import dev.keyway.emulator.internal.schema.TextField;

/** Makes the fields that several routes have. */
public final class Fields {
  private static final int LONGEST_EMAIL = 256;

  private Fields() {}

  /** An e-mail address. The form lets an empty text through, which is told of once. */
  public static TextField email(String name) {
    return Field.text(name).that(Form.EMAIL).that(Form.NOT_EMPTY);
  }

  /** An e-mail address as sign-up and code mails demand it. */
  public static TextField strictEmail(String name) {
    return email(name).that(new Length(0, LONGEST_EMAIL)).that(Form.STRICT_EMAIL);
  }

  public static TextField uuid(String name) {
    return Field.text(name).that(Form.UUID);
  }

  /** A user's id, or {@code me}. */
  public static TextField userId(String name) {
    return Field.text(name).that(Form.USER_ID);
  }

  /** A web address. */
  public static TextField url(String name) {
    return Field.text(name).that(Form.NO_SPACES).that(Form.URL);
  }
}
