package dev.keyway.emulator.internal.stackauth.user;

import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.Control;
import dev.keyway.emulator.internal.attribute.WireField;
import dev.keyway.emulator.internal.attribute.WireField.Who;
import dev.keyway.emulator.internal.schema.Conversion;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.Length;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.OneOf;
import dev.keyway.emulator.internal.schema.Type;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import dev.keyway.emulator.internal.stackauth.protocol.Fields;
import dev.keyway.emulator.internal.stackauth.protocol.Form;
import dev.keyway.emulator.internal.stackauth.rules.PasswordRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a caller may write of a user: clients least, servers more, and most when they make one. */
final class UserFields {
  private static final int MOST_RISK = 100;

  /** The picture that a client uploads. */
  static final Field<String> UPLOADED_PICTURE = picture(Field.text(pictureName()));

  /** The picture that a server names. */
  private static final Field<String> NAMED_PICTURE = picture(Fields.url(pictureName()));

  static final Field<String> PRIMARY_EMAIL = Fields.email("primary_email").nullable();
  static final Field<Boolean> OTP_ENABLED = Field.flag("otp_auth_enabled");
  static final Field<Boolean> PASSKEY_ENABLED = Field.flag("passkey_auth_enabled");
  static final Field<String> TOTP_SECRET =
      Field.text("totp_secret_base64").that(Form.BASE64).nullable();

  /** Kept in lower case. */
  static final Field<String> SELECTED_TEAM =
      Field.of(
              "selected_team_id",
              Type.text()
                  .that(Form.UUID)
                  .as(Conversion.of(id -> id.toLowerCase(Locale.ROOT), id -> id)))
          .nullable();

  static final Field<Boolean> EMAIL_VERIFIED = Field.flag("primary_email_verified");
  static final Field<Boolean> EMAIL_AUTH = Field.flag("primary_email_auth_enabled");
  static final Field<String> PASSWORD = PasswordRules.PASSWORD.nullable();
  static final Field<String> PASSWORD_HASH = Field.text("password_hash");
  static final Field<Boolean> RESTRICTED = Field.flag("restricted_by_admin");
  static final Field<String> RESTRICTED_REASON =
      Field.text("restricted_by_admin_reason").nullable();
  static final Field<String> RESTRICTED_DETAILS =
      Field.text("restricted_by_admin_private_details").nullable();
  private static final Field<String> COUNTRY_CODE = Field.text("country_code").nullable();

  static final Field<Integer> BOT = Field.integer("bot", 0, MOST_RISK);
  static final Field<Integer> FREE_TRIAL_ABUSE = Field.integer("free_trial_abuse", 0, MOST_RISK);
  static final Field<Values> SIGN_UP =
      Field.of("sign_up", ObjectType.of(BOT.required(), FREE_TRIAL_ABUSE.required()));
  static final Field<Values> RISK_SCORES =
      Field.of("risk_scores", ObjectType.of(SIGN_UP.required()));

  /** Of a new user. */
  static final Field<Boolean> ANONYMOUS = Field.flag("is_anonymous");

  /** Of a user who was anonymous. */
  static final Field<Boolean> NO_LONGER_ANONYMOUS =
      Field.flag("is_anonymous").that(new OneOf<>(List.of(false)));

  static final Field<String> PROVIDER = Field.text("id");
  static final Field<String> ACCOUNT_ID = Field.text("account_id");
  static final Field<String> ACCOUNT_EMAIL = Fields.email("email").nullable();
  static final Field<List<Values>> ACCOUNTS =
      Field.listOf(
          "oauth_providers",
          ObjectType.of(PROVIDER.required(), ACCOUNT_ID.required(), ACCOUNT_EMAIL));

  /** What users may change of themselves. */
  static final ObjectType OF_CLIENT = common(UPLOADED_PICTURE).and(SELECTED_TEAM);

  private static final ObjectType SERVER =
      common(NAMED_PICTURE)
          .and(attributes(Who.TRUSTED, NAMED_PICTURE))
          .and(
              EMAIL_VERIFIED,
              EMAIL_AUTH,
              PASSWORD,
              PASSWORD_HASH,
              RESTRICTED,
              RESTRICTED_REASON,
              RESTRICTED_DETAILS,
              COUNTRY_CODE,
              RISK_SCORES);

  /** What servers may change. */
  static final ObjectType OF_SERVER = SERVER.and(SELECTED_TEAM, NO_LONGER_ANONYMOUS);

  /** What servers may say of a new user. */
  static final ObjectType OF_CREATION = SERVER.and(ANONYMOUS, ACCOUNTS);

  private UserFields() {}

  private static ObjectType common(Field<String> picture) {
    return ObjectType.of("", attributes(Who.EVERYBODY, picture))
        .and(PRIMARY_EMAIL, OTP_ENABLED, PASSKEY_ENABLED, TOTP_SECRET);
  }

  /**
   * The attributes that these writers write and others do not.
   *
   * @param picture clients upload one, servers name one
   */
  private static List<Field<?>> attributes(Who writers, Field<String> picture) {
    List<Field<?>> fields = new ArrayList<>();
    for (Attribute<?> row : StackAuthUserRows.ALL.all()) {
      row.wire()
          .filter(field -> field.writers() == writers)
          .map(field -> row == StackAuthUserRows.PROFILE_IMAGE_URL ? picture : field(row, field))
          .ifPresent(fields::add);
    }
    return fields;
  }

  private static Field<?> field(Attribute<?> row, WireField field) {
    return row.control() == Control.TREE
        ? Field.any(field.name())
        : Field.of(field.name(), Type.text().that(new Length(0, field.longest()))).nullable();
  }

  private static Field<String> picture(Field<String> text) {
    int longest = StackAuthUserRows.PROFILE_IMAGE_URL.wire().orElseThrow().longest();
    return text.that(new Length(0, longest)).nullable();
  }

  private static String pictureName() {
    return StackAuthUserRows.PROFILE_IMAGE_URL.wire().orElseThrow().name();
  }
}
