package dev.keyway.emulator.internal.stackauth.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.Control;
import dev.keyway.emulator.internal.attribute.WireField;
import dev.keyway.emulator.internal.attribute.WireField.Who;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import dev.keyway.emulator.internal.stackauth.protocol.Rule;
import dev.keyway.emulator.internal.stackauth.protocol.Rules;
import dev.keyway.emulator.internal.stackauth.protocol.Schema;
import dev.keyway.emulator.internal.stackauth.protocol.StringRule;
import dev.keyway.emulator.internal.stackauth.rules.PasswordRules;
import java.util.List;

/** What a caller may write of a user: clients least, servers more, and most when they make one. */
final class UserFields {
  private static final int MOST_RISK = 100;

  private UserFields() {}

  /** What users may change of themselves. */
  static Schema ofClient() {
    return common(Rules.string()).optional("selected_team_id", Rules.string().uuid().nullable());
  }

  /** What servers may change. */
  static Schema ofServer() {
    return server()
        .optional("selected_team_id", Rules.string().uuid().nullable())
        .optional("is_anonymous", UserFields::onlyFalse);
  }

  /** What servers may say of a new user. */
  static Schema ofCreation() {
    Schema account =
        Schema.object()
            .required("id", Rules.string())
            .required("account_id", Rules.string())
            .optional("email", Rules.string().email().nullable());
    return server()
        .optional("is_anonymous", Rules.bool())
        .optional("oauth_providers", Rules.array(Rules.object(account)));
  }

  private static Schema server() {
    Rule risk = Rules.integer(0, MOST_RISK);
    Schema signUp = Schema.object().required("bot", risk).required("free_trial_abuse", risk);
    return attributes(common(Rules.url()), Who.TRUSTED, Rules.url())
        .optional("primary_email_verified", Rules.bool())
        .optional("primary_email_auth_enabled", Rules.bool())
        .optional("password", Rules.string().maxLength(PasswordRules.MAX_LENGTH).nullable())
        .optional("password_hash", Rules.string())
        .optional("restricted_by_admin", Rules.bool())
        .optional("restricted_by_admin_reason", Rules.string().nullable())
        .optional("restricted_by_admin_private_details", Rules.string().nullable())
        .optional("country_code", Rules.string().nullable())
        .optional(
            "risk_scores", Rules.object(Schema.object().required("sign_up", Rules.object(signUp))));
  }

  private static Schema common(StringRule picture) {
    return attributes(Schema.object(), Who.EVERYBODY, picture)
        .optional("primary_email", Rules.string().email().notEmpty().nullable())
        .optional("otp_auth_enabled", Rules.bool())
        .optional("passkey_auth_enabled", Rules.bool())
        .optional("totp_secret_base64", Rules.string().base64().nullable());
  }

  /**
   * Adds the attributes that these writers write and others do not.
   *
   * @param picture clients upload one, servers name one
   */
  private static Schema attributes(Schema schema, Who writers, StringRule picture) {
    Schema more = schema;
    for (Attribute<?> row : StackAuthUserRows.ALL.all()) {
      WireField field = row.wire().filter(f -> f.writers() == writers).orElse(null);
      if (field != null) {
        StringRule text = row == StackAuthUserRows.PROFILE_IMAGE_URL ? picture : Rules.string();
        more = more.optional(field.name(), rule(row, field, text));
      }
    }
    return more;
  }

  private static Rule rule(Attribute<?> row, WireField field, StringRule text) {
    return row.control() == Control.TREE ? Rules.any() : text.maxLength(field.longest()).nullable();
  }

  private static JsonNode onlyFalse(String path, JsonNode value, List<String> problems) {
    JsonNode bool = Rules.bool().check(path, value, problems);
    if (bool.booleanValue()) {
      problems.add(path + " must be one of the following values: false");
    }
    return BooleanNode.FALSE;
  }
}
