package dev.keyway.emulator.internal.stackauth.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.keyway.emulator.internal.stackauth.protocol.Rule;
import dev.keyway.emulator.internal.stackauth.protocol.Rules;
import dev.keyway.emulator.internal.stackauth.protocol.Schema;
import dev.keyway.emulator.internal.stackauth.protocol.StringRule;
import dev.keyway.emulator.internal.stackauth.rules.PasswordRules;
import java.util.List;

/** What a caller may write of a user: clients least, servers more, and most when they make one. */
final class UserFields {
  private static final int PICTURE_LENGTH = 1_000_000;
  private static final int NAME_LENGTH = 256;
  private static final int MOST_RISK = 100;

  private UserFields() {}

  /** What users may change of themselves. */
  static Schema ofClient() {
    return common(Rules.string().maxLength(PICTURE_LENGTH))
        .optional("selected_team_id", Rules.string().uuid().nullable());
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
    return common(Rules.url().maxLength(PICTURE_LENGTH))
        .optional("client_read_only_metadata", Rules.any())
        .optional("server_metadata", Rules.any())
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
    return Schema.object()
        .optional("display_name", Rules.string().maxLength(NAME_LENGTH).nullable())
        .optional("profile_image_url", picture.nullable())
        .optional("client_metadata", Rules.any())
        .optional("primary_email", Rules.string().email().notEmpty().nullable())
        .optional("otp_auth_enabled", Rules.bool())
        .optional("passkey_auth_enabled", Rules.bool())
        .optional("totp_secret_base64", Rules.string().base64().nullable());
  }

  private static JsonNode onlyFalse(String path, JsonNode value, List<String> problems) {
    JsonNode bool = Rules.bool().check(path, value, problems);
    if (bool.booleanValue()) {
      problems.add(path + " must be one of the following values: false");
    }
    return BooleanNode.FALSE;
  }
}
